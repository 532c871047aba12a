import { z } from 'zod';
import { isRecord } from '../../../index/platform/is-record.js';
import type { SourceRow, TextFormat, Thread, ThreadReply } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { httpsLink } from '../https-link.js';
import { skippedRow } from '../skipped-row.js';
import {
  author,
  category,
  flag,
  format,
  identity,
  optionalText,
  tags,
  text,
  time,
  votes,
} from './loose-fields.js';

const reply = z.object({
  // Only read where the source is: a thread's place tells a reply as well.
  id: identity.nullish(),
  url: optionalText,
  author,
  createdAt: time,
  updatedAt: time,
  votes,
  accepted: flag,
  body: text.nullable().transform((body) => body ?? ''),
});

/** A thread with its replies; the README of data/samples/ describes each field. */
const threadRow = z.object({
  id: identity,
  url: optionalText,
  title: text,
  body: optionalText.catch(null),
  author: author.catch(null),
  format,
  language: optionalText,
  tags,
  category,
  createdAt: time,
  duplicateOf: identity.nullish(),
  deleted: flag,
  official: flag,
  licence: optionalText,
  replies: z
    .array(reply.nullable())
    .nullable()
    .transform((replies) => (replies ?? []).filter((each) => each !== null)),
});

/** A question with its one answer: lists of questions, CSV, evaluation corpora. Other fields are not read. */
const answerRow = z.object({
  id: identity,
  question: text,
  answer: text,
  format,
  language: optionalText,
  lang: optionalText,
  tags,
  category,
  author,
  rank: optionalText,
  url: optionalText,
  createdAt: time,
  votes,
  official: flag,
  licence: optionalText,
});

/** Reads one parsed row of a file, in either of the two forms; never throws. */
export function rowToThread(row: unknown, defaultFormat: TextFormat, position: string): SourceRow {
  const isAnswerRow = isRecord(row) && 'question' in row && 'answer' in row;
  if (isAnswerRow) {
    const parsed = answerRow.safeParse(row);
    if (!parsed.success) return failedRow(position, reasonOf(parsed.error), idOf(row));
    return { kind: 'thread', thread: fromAnswerRow(parsed.data), position };
  }
  const parsed = threadRow.safeParse(row);
  if (!parsed.success) return failedRow(position, reasonOf(parsed.error), idOf(row));
  if (parsed.data.deleted) return skippedRow('deleted', position);
  if (parsed.data.replies.filter((each) => each.accepted).length > 1) {
    return failedRow(position, 'more than one reply is accepted', parsed.data.id);
  }
  return { kind: 'thread', thread: fromThreadRow(parsed.data, defaultFormat), position };
}

/** The id of a row that cannot be used otherwise. */
function idOf(row: unknown): string | null {
  const parsed = identity.safeParse(isRecord(row) ? row.id : undefined);
  return parsed.success ? parsed.data : null;
}

function fromThreadRow(row: z.infer<typeof threadRow>, defaultFormat: TextFormat): Thread {
  return {
    id: row.id,
    url: httpsLink(row.url),
    title: row.title,
    body: row.body ?? '',
    asker: row.author?.name || null,
    format: row.format ?? defaultFormat,
    language: languageTag(row.language),
    tags: row.tags,
    createdAt: row.createdAt,
    duplicateOf: row.duplicateOf ?? null,
    licence: row.licence || null,
    ...(row.category === null ? {} : { category: row.category }),
    ...(row.official ? { isOfficial: true } : {}),
    replies: row.replies.map((each, place) => toReply(each, `${row.id}-${place + 1}`)),
  };
}

function toReply(row: z.infer<typeof reply>, otherId: string): ThreadReply {
  return {
    id: row.id ?? otherId,
    url: httpsLink(row.url),
    author: { name: row.author?.name || 'anonymous', rank: row.author?.rank || null },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    votes: row.votes,
    isAccepted: row.accepted,
    body: row.body,
  };
}

function fromAnswerRow(row: z.infer<typeof answerRow>): Thread {
  const answer: ThreadReply = {
    id: row.id,
    url: httpsLink(row.url),
    author: { name: row.author?.name || 'anonymous', rank: row.author?.rank || row.rank || null },
    createdAt: row.createdAt,
    updatedAt: null,
    votes: row.votes,
    isAccepted: true,
    body: row.answer,
  };
  return {
    id: row.id,
    url: answer.url,
    title: row.question,
    body: '',
    asker: null,
    format: row.format ?? 'text',
    language: languageTag(row.language ?? row.lang),
    tags: row.tags,
    createdAt: row.createdAt,
    duplicateOf: null,
    licence: row.licence || null,
    ...(row.category === null ? {} : { category: row.category }),
    ...(row.official ? { isOfficial: true } : {}),
    replies: [answer],
  };
}

/** `nl-NL` → `nl`; null where it is no tag. */
function languageTag(text: string | null | undefined): string | null {
  const primary = text?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
}

function reasonOf(error: z.ZodError): string {
  const first = error.issues[0];
  const field = first?.path.join('.') ?? '';
  return `${field === '' ? 'row' : field}: ${first?.message ?? 'unusable'}`;
}
