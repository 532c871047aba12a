import type { Author, Item } from '../../index/contracts/items.js';
import type { SkippedThread, Thread, ThreadReply } from '../sources/contracts.js';
import { askedWords } from './asked-words.js';
import { isBodyTooLong, squeezeBody } from './bound-body.js';
import { dropDenial, dropLabel, dropPointer } from './corrections/drop-pointer.js';
import type { Correction } from './corrections/find-corrections.js';
import { identifyLanguage } from './identify-language.js';
import { judgeAnswer } from './judge-answer.js';
import { dropAsides } from './markdown/drop-asides.js';
import { redact } from './redact.js';
import type { PersonalKind } from './redaction/finding.js';
import { shownAnswer } from './shown-answer.js';
import { type LaterStatement, type ToldAnswer, tellAnswer } from './tell-answer.js';
import { isPictureOnly } from './text/is-picture-only.js';
import { plainLine } from './text/plain-line.js';
import { toMarkdown } from './to-markdown.js';

/** Where an item comes from, and what a content team has settled for all of them. */
export interface ItemOrigin {
  readonly source: string;
  readonly fallbackLanguage: string;
  /** What redaction leaves alone: the company's own phone numbers, e-mail addresses and domains. */
  readonly publicContacts: readonly string[];
}

export type ItemResult =
  | { readonly kind: 'item'; readonly item: Item; readonly redacted: readonly PersonalKind[] }
  | SkippedThread;

/** What stands where a program that read the text before could not tell which character it was. */
const LOST = '\ufffd';

/**
 * Makes an item of a thread, the reply that answers it and what later replies correct or add: cleaned, without personal
 * data; phrasings come later.
 */
export function toItem(
  thread: Thread,
  answer: ThreadReply,
  origin: ItemOrigin,
  corrections: readonly Correction[] = [],
): ItemResult {
  const title = plainLine(thread.title);
  if (!/[\p{L}\p{N}]/u.test(title)) return { kind: 'skipped', reason: 'no-question' };
  // A letter that is gone cannot be brought back, and nobody wants to read what is left.
  if (title.includes(LOST))
    return { kind: 'skipped', reason: 'damaged-text', detail: `the title of ${thread.id} has U+FFFD` };
  const cleaned = cleanReply(thread, answer);
  if (cleaned.kind === 'skipped') return cleaned;
  const language = languageOf(thread, `${title}\n${cleaned.markdown}`, origin.fallbackLanguage);
  const scrub = createScrub(language, origin.publicContacts);
  const question = scrub(title);
  // Who was preferred to the accepted answer may deny it first; nobody sees it beside this one.
  const said = answer.isAccepted ? cleaned.markdown : dropDenial(cleaned.markdown);
  const text = scrub(said);
  const reason = judgeAnswer(text);
  if (reason) return { kind: 'skipped', reason };
  const statement = (reply: ThreadReply, words: string) => ({
    text: words,
    author: authorOf(reply, language, origin.publicContacts),
    at: reply.updatedAt ?? reply.createdAt,
    url: reply.url ?? thread.url,
    votes: reply.votes,
  });
  const shortened: { readonly reply: ThreadReply; readonly isShortened: boolean }[] = [];
  const later = corrections.flatMap(({ reply, contradicts }): LaterStatement[] => {
    const words = cleanReply(thread, reply);
    if (words.kind === 'skipped') return [];
    shortened.push({ reply, isShortened: words.isShortened });
    const said = scrub(dropLabel(contradicts ? dropPointer(words.markdown) : words.markdown));
    return judgeAnswer(said) ? [] : [{ ...statement(reply, said), contradicts }];
  });
  const told = tellAnswer(statement(answer, text), later, question);
  const asked = toAsked(thread, origin, language);
  const item: Item = {
    id: `${origin.source}:${thread.id}`,
    source: origin.source,
    question,
    phrasings: [],
    ...(asked.length > 0 ? { asked } : {}),
    ...told,
    ...(thread.isOfficial ? { isOfficial: true } : {}),
    ...(isByAsker(thread, told) ? { isByAsker: true } : {}),
    ...(isShortened(told, [
      { reply: answer, isShortened: cleaned.isShortened || said !== cleaned.markdown },
      ...shortened,
    ])
      ? { isShortened: true }
      : {}),
    language,
    askedAt: thread.createdAt,
    tags: thread.tags.map((tag) => redact(tag, language, origin.publicContacts).text),
    ...(thread.category === undefined
      ? {}
      : { category: redact(plainLine(thread.category), language, origin.publicContacts).text }),
    licence: thread.licence,
  };
  return { kind: 'item', item, redacted: scrub.kinds };
}

type CleanedReply =
  | { readonly kind: 'cleaned'; readonly markdown: string; readonly isShortened: boolean }
  | SkippedThread;

/** The words of a reply in clean Markdown, or why it says nothing. */
function cleanReply(thread: Thread, reply: ThreadReply): CleanedReply {
  const body = squeezeBody(reply.body);
  if (isBodyTooLong(body, thread.format)) return { kind: 'skipped', reason: 'answer-too-long' };
  const markdown = toMarkdown(body, thread.format, reply.url ?? thread.url);
  if (markdown.includes(LOST))
    return { kind: 'skipped', reason: 'damaged-text', detail: `the reply ${reply.id} has U+FFFD` };
  if (isPictureOnly(reply.body, thread.format, markdown)) return { kind: 'skipped', reason: 'answer-empty' };
  // Who sent a private message says so in a sentence that would go, so it is judged first.
  const reason = judgeAnswer(markdown);
  if (reason) return { kind: 'skipped', reason };
  // The company speaks to every reader of its article, not to somebody who asked.
  if (thread.isOfficial) return { kind: 'cleaned', markdown, isShortened: false };
  const said = dropAsides(markdown, {
    others: othersThan(thread, reply),
    author: reply.author.name,
    asked: `${thread.title} ${thread.body.slice(0, MOST_ASKED)}`,
    asker: thread.asker,
  });
  return { kind: 'cleaned', markdown: said, isShortened: said !== markdown };
}

function othersThan(thread: Thread, reply: ThreadReply): string[] {
  const names = thread.replies.map(({ author }) => author.name);
  return [...new Set(names)]
    .filter((name) => name !== reply.author.name && name !== 'anonymous')
    .slice(0, MOST_OTHERS);
}

/** So much of the text below a title tells what is asked, in characters. */
const MOST_ASKED = 2_000;

/** So many people of a thread may be spoken to. */
const MOST_OTHERS = 40;

/** Takes personal data out of texts and notes of which kinds it was. */
interface Scrub {
  (text: string): string;
  readonly kinds: PersonalKind[];
}

function createScrub(language: string, publicContacts: readonly string[]): Scrub {
  const kinds: PersonalKind[] = [];
  const scrub = (text: string) => {
    const redacted = redact(text, language, publicContacts);
    kinds.push(...redacted.kinds);
    return redacted.text;
  };
  return Object.assign(scrub, { kinds });
}

function authorOf({ author }: ThreadReply, language: string, publicContacts: readonly string[]): Author {
  return {
    name: redact(plainLine(author.name.replaceAll(LOST, '')), language).text || 'anonymous',
    rank: author.rank === null ? null : redact(plainLine(author.rank), language, publicContacts).text,
  };
}

/** Whether the reply that leads lost sentences, to its cleaning or to redaction. */
function isShortened(
  told: ToldAnswer,
  replies: readonly { readonly reply: ThreadReply; readonly isShortened: boolean }[],
): boolean {
  const leads = replies.find(
    ({ reply }) =>
      told.answeredAt === (reply.updatedAt ?? reply.createdAt) &&
      told.author.name === plainLine(reply.author.name),
  );
  return (leads?.isShortened ?? false) || shownAnswer(told.answer).answer !== told.answer;
}

function isByAsker(thread: Thread, { author }: ToldAnswer): boolean {
  return thread.asker !== null && plainLine(thread.asker) === author.name && author.name !== 'anonymous';
}

/** What customers wrote who asked the question of a thread, without personal data; never shown. */
export function toAsked(
  thread: Thread,
  { publicContacts, fallbackLanguage }: Omit<ItemOrigin, 'source'>,
  language = languageOf(thread, `${thread.title}\n${thread.body.slice(0, 2_000)}`, fallbackLanguage),
): string[] {
  return askedWords(thread)
    .map((part) => redact(part, language, publicContacts).text)
    .filter((part) => !part.includes(LOST));
}

/** The title of a thread as a wording of another thread's question; null where it says nothing. */
export function toPhrasing(thread: Thread, origin: Omit<ItemOrigin, 'source'>): string | null {
  const title = plainLine(thread.title);
  if (!/[\p{L}\p{N}]/u.test(title) || title.includes(LOST)) return null;
  return redact(title, languageOf(thread, title, origin.fallbackLanguage), origin.publicContacts).text;
}

function languageOf(thread: Thread, text: string, fallback: string): string {
  return thread.language ?? identifyLanguage(text, fallback);
}
