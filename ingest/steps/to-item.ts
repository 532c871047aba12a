import type { Item } from '../../index/contracts.js';
import type { Reply, SkipReason, Thread } from '../contracts.js';
import { isBodyTooLong, squeezeBody } from './bound-body.js';
import { detectLanguage } from './detect-language.js';
import { isPictureOnly } from './is-picture-only.js';
import { judgeAnswer } from './judge-answer.js';
import { plainLine } from './plain-line.js';
import { redact } from './redact.js';
import type { PersonalKind } from './redaction/finding.js';
import { toMarkdown } from './to-markdown.js';

/** Where an item comes from, and what a content team has settled for all of them. */
export interface ItemOrigin {
  readonly source: string;
  readonly fallbackLanguage: string;
  /** What redaction leaves alone: the company's own phone numbers, e-mail addresses and domains. */
  readonly publicContacts: readonly string[];
}

export type ItemResult =
  | { readonly item: Item; readonly redacted: readonly PersonalKind[] }
  | { readonly skipped: SkipReason; readonly detail?: string };

/** What stands where a program that read the text before could not tell which character it was. */
const LOST = '\ufffd';

/** Makes an item of a thread and the reply that answers it: cleaned, without personal data; phrasings come later. */
export function toItem(thread: Thread, answer: Reply, origin: ItemOrigin): ItemResult {
  const body = squeezeBody(answer.body);
  if (isBodyTooLong(body, thread.format)) return { skipped: 'answer-too-long' };
  const title = plainLine(thread.title);
  if (!/[\p{L}\p{N}]/u.test(title)) return { skipped: 'no-question' };
  const markdown = toMarkdown(body, thread.format, answer.url ?? thread.url);
  // A letter that is gone cannot be brought back, and nobody wants to read what is left.
  if (title.includes(LOST))
    return { skipped: 'damaged-text', detail: `the title of ${thread.id} has U+FFFD` };
  if (markdown.includes(LOST))
    return { skipped: 'damaged-text', detail: `the reply ${answer.id} has U+FFFD` };
  if (isPictureOnly(answer.body, thread.format, markdown)) return { skipped: 'answer-empty' };
  const language = languageOf(thread, `${title}\n${markdown}`, origin.fallbackLanguage);
  const question = redact(title, language, origin.publicContacts);
  const text = redact(markdown, language, origin.publicContacts);
  const skipped = judgeAnswer(text.text);
  if (skipped) return { skipped };
  const author = redact(plainLine(answer.author.name.replaceAll(LOST, '')), language).text || 'anonymous';
  const item: Item = {
    id: `${origin.source}:${thread.id}`,
    source: origin.source,
    question: question.text,
    phrasings: [],
    answer: text.text,
    language,
    author: {
      name: author,
      rank:
        answer.author.rank === null
          ? null
          : redact(plainLine(answer.author.rank), language, origin.publicContacts).text,
    },
    votes: answer.votes,
    askedAt: thread.createdAt,
    answeredAt: answer.updatedAt ?? answer.createdAt,
    tags: thread.tags.map((tag) => redact(tag, language, origin.publicContacts).text),
    licence: thread.licence,
    url: answer.url ?? thread.url,
  };
  return { item, redacted: [...question.kinds, ...text.kinds] };
}

/** The title of a thread as a wording of another thread's question; null where it says nothing. */
export function toPhrasing(thread: Thread, origin: Omit<ItemOrigin, 'source'>): string | null {
  const title = plainLine(thread.title);
  if (!/[\p{L}\p{N}]/u.test(title) || title.includes(LOST)) return null;
  return redact(title, languageOf(thread, title, origin.fallbackLanguage), origin.publicContacts).text;
}

function languageOf(thread: Thread, text: string, fallback: string): string {
  return thread.language ?? detectLanguage(text, fallback);
}
