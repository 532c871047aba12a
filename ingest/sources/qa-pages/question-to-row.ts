import { isRecord } from '../../../index/platform/is-record.js';
import { fullLink } from '../https-link.js';
import type { JsonRecord } from '../rows/json-record.js';
import { first } from './json-ld.js';

/**
 * The question of a QAPage as a row of ours. Fields: schema.org/Question and schema.org/Answer, in the forms that
 * websites write them: one answer or a list, authors as text, object or list, counts as text, texts as HTML, as HTML with
 * entities, or plain.
 * @param id of the thread
 * @param pageUrl address of the page, for links
 * @param company who wrote question and answer as an article of its own; null where a community did
 */
export function questionToRow(
  question: JsonRecord,
  id: string,
  pageUrl: string,
  company: string | null = null,
): unknown {
  const accepted = listOf(question.acceptedAnswer).toSorted((a, b) => votesOf(b) - votesOf(a));
  const answers = [...accepted, ...listOf(question.suggestedAnswer)];
  const texts = answers.map(({ text }) => bodyOf(text));
  const asked = bodyOf(question.text);
  const isHtml = [...texts, asked].some((body) => body.isHtml);
  const written = (body: Body) => (isHtml && !body.isHtml ? asHtml(body.text) : body.text);
  const replies = answers.map((answer, place) => ({
    id: replyId(answer, `${place + 1}`),
    url: fullLink(answer.url ?? answer['@id'], pageUrl) ?? pageUrl,
    author: { name: company ?? nameOf(answer.author) },
    createdAt: timeOf(answer),
    updatedAt: answer.dateModified ?? null,
    votes: votesOf(answer),
    accepted: place === 0 && accepted.length > 0,
    body: written(texts[place] ?? NO_BODY),
  }));
  const isDated = replies.every(({ createdAt }) => createdAt !== null);
  return {
    id,
    url: pageUrl,
    title: decoded(String(question.name ?? question.headline ?? '')),
    body: written(asked),
    author: { name: company === null ? nameOf(question.author) : null },
    official: company !== null,
    format: isHtml ? 'html' : 'text',
    language: question.inLanguage ?? null,
    tags: question.keywords ?? [],
    createdAt: timeOf(question),
    licence: typeof question.license === 'string' ? question.license : null,
    // Oldest first, where the page tells.
    replies: isDated
      ? replies.toSorted((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)))
      : replies,
  };
}

interface Body {
  readonly text: string;
  readonly isHtml: boolean;
}

const NO_BODY: Body = { text: '', isHtml: false };
const TAG =
  /<\/?(?:p|br|div|span|a|ul|ol|li|strong|b|em|i|code|pre|blockquote|h[1-6]|img|table)\b[^>]{0,500}>/i;

function bodyOf(value: unknown): Body {
  const written = typeof value === 'string' ? value : '';
  if (TAG.test(written)) return { text: written, isHtml: true };
  const text = decoded(written);
  return { text, isHtml: TAG.test(text) };
}

function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Entities that templates put into texts, once; `&amp;` last, so that what its author escaped stays. */
function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replace(/&(?:#0?39|#x27|apos);/gi, "'")
    .replaceAll('&amp;', '&');
}

function listOf(value: unknown): JsonRecord[] {
  return [value].flat().filter(isRecord);
}

function votesOf({ upvoteCount }: JsonRecord): number {
  const count = Number(upvoteCount ?? 0);
  return Number.isFinite(count) ? count : 0;
}

function timeOf({ datePublished, dateCreated }: JsonRecord): string | null {
  const time = datePublished ?? dateCreated;
  return typeof time === 'string' ? time : null;
}

function nameOf(author: unknown): string | null {
  if (typeof author === 'string') return author;
  const person = Array.isArray(author) && typeof author[0] === 'string' ? { name: author[0] } : first(author);
  return typeof person?.name === 'string' ? decoded(person.name) : null;
}

/** What its link ends with, where that names it; else its place. */
function replyId({ url, '@id': id }: JsonRecord, place: string): string {
  const link = typeof url === 'string' ? url : typeof id === 'string' ? id : '';
  const fragment = /#([\w-]{1,80})$/.exec(link)?.[1];
  return fragment ?? place;
}
