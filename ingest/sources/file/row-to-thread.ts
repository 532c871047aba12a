import { z } from 'zod';
import type { Reply, TextFormat, Thread } from '../../contracts.js';
import { httpsLink } from '../https-link.js';
import { sourceTime } from '../source-time.js';

const identity = z.union([z.string().trim().min(1).max(200), z.number().int().transform(String)]);
const optionalText = z.string().nullish();
const votes = z.number().finite().nullish();
const format = z.enum(['html', 'markdown', 'text']).nullish();
const tags = z.array(z.string()).nullish();
const author = z
  .union([
    z.string().transform((name) => ({ name, rank: null })),
    z.object({ name: z.string(), rank: optionalText }),
  ])
  .nullish();

const reply = z.object({
  id: identity,
  url: optionalText,
  author,
  createdAt: optionalText,
  updatedAt: optionalText,
  votes,
  accepted: z.boolean().nullish(),
  body: z.string(),
});

/** A thread with its replies; the README of data/samples/ describes each field. */
const threadRow = z.object({
  id: identity,
  url: optionalText,
  title: z.string(),
  format,
  language: optionalText,
  tags,
  createdAt: optionalText,
  duplicateOf: identity.nullish(),
  deleted: z.boolean().nullish(),
  licence: optionalText,
  replies: z.array(reply),
});

/** A question with its one answer: lists of questions, CSV, evaluation corpora. Other fields are not read. */
const answerRow = z.object({
  id: identity,
  question: z.string(),
  answer: z.string(),
  format,
  language: optionalText,
  lang: optionalText,
  tags,
  author,
  rank: optionalText,
  url: optionalText,
  createdAt: optionalText,
  votes,
  licence: optionalText,
});

export type RowResult =
  | { readonly thread: Thread }
  | { readonly skipped: 'broken-row' | 'deleted'; readonly detail: string };

/** Reads one parsed row of a file, in either of the two forms; never throws. */
export function rowToThread(row: unknown, defaultFormat: TextFormat): RowResult {
  const isAnswerRow = typeof row === 'object' && row !== null && 'question' in row && 'answer' in row;
  if (isAnswerRow) {
    const parsed = answerRow.safeParse(row);
    return parsed.success ? { thread: fromAnswerRow(parsed.data) } : broken(parsed.error);
  }
  const parsed = threadRow.safeParse(row);
  if (!parsed.success) return broken(parsed.error);
  if (parsed.data.deleted) return { skipped: 'deleted', detail: '' };
  if (parsed.data.replies.filter((each) => each.accepted).length > 1) {
    return { skipped: 'broken-row', detail: 'more than one reply is accepted' };
  }
  return { thread: fromThreadRow(parsed.data, defaultFormat) };
}

function fromThreadRow(row: z.infer<typeof threadRow>, defaultFormat: TextFormat): Thread {
  return {
    id: row.id,
    url: httpsLink(row.url),
    title: row.title,
    format: row.format ?? defaultFormat,
    language: languageTag(row.language),
    tags: row.tags ?? [],
    createdAt: sourceTime(row.createdAt),
    duplicateOf: row.duplicateOf ?? null,
    licence: row.licence || null,
    replies: row.replies.map(toReply),
  };
}

function toReply(row: z.infer<typeof reply>): Reply {
  return {
    id: row.id,
    url: httpsLink(row.url),
    author: { name: row.author?.name || 'anonymous', rank: row.author?.rank || null },
    createdAt: sourceTime(row.createdAt),
    updatedAt: sourceTime(row.updatedAt),
    votes: row.votes ?? 0,
    isAccepted: row.accepted ?? false,
    body: row.body,
  };
}

function fromAnswerRow(row: z.infer<typeof answerRow>): Thread {
  const createdAt = sourceTime(row.createdAt);
  const answer: Reply = {
    id: row.id,
    url: httpsLink(row.url),
    author: { name: row.author?.name || 'anonymous', rank: row.author?.rank || row.rank || null },
    createdAt,
    updatedAt: null,
    votes: row.votes ?? 0,
    isAccepted: true,
    body: row.answer,
  };
  return {
    id: row.id,
    url: answer.url,
    title: row.question,
    format: row.format ?? 'text',
    language: languageTag(row.language ?? row.lang),
    tags: row.tags ?? [],
    createdAt,
    duplicateOf: null,
    licence: row.licence || null,
    replies: [answer],
  };
}

/** `nl-NL` → `nl`; null where it is no tag. */
function languageTag(text: string | null | undefined): string | null {
  const primary = text?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
}

function broken(error: z.ZodError): RowResult {
  const first = error.issues[0];
  const field = first?.path.join('.') ?? '';
  return {
    skipped: 'broken-row',
    detail: `${field === '' ? 'row' : field}: ${first?.message ?? 'unusable'}`,
  };
}
