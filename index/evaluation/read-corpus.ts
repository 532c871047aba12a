import type { Item } from '../contracts/items.js';
import { type JsonlRow, readJsonlRows } from './jsonl-rows.js';

/** A question of an evaluation file; `relevant` is empty where a person must answer it. */
export interface EvaluationQuery {
  readonly text: string;
  readonly relevant: readonly string[];
  /** Its name in the file; null where it has none. */
  readonly id?: string | null;
  /** Whether no release may lose its right answer. */
  readonly mustPass?: boolean;
  /** The half it belongs to, where the file has halves. */
  readonly split: string | null;
  /** What sort of question it is, where the file says so. */
  readonly kind?: string | null;
  /** The words that make it another question than the one it looks like, where the file says so. */
  readonly changed?: readonly string[];
}

/** Sets that have questions only put a mark such as `[banking77 answer 025]` where an answer would stand. */
const PLACEHOLDER = /^\[[^[\]]*\]$/;

/**
 * Reads a corpus of rows `{id, question, answer, lang, tags, format: text|html|markdown, asked?: texts, …}` as items. Labels such as
 * `intent` and `kind` are not read, because nothing may be searched by them.
 * @throws EVALUATION_FILE_INVALID
 */
export function readCorpus(path: string): Item[] {
  return readJsonlRows(path).map(itemOf);
}

/**
 * Reads questions of rows `{text, relevant: ids, split?, id?, mustPass?}`.
 * @param split keeps the rows of this half only
 * @throws EVALUATION_FILE_INVALID
 */
export function readQueries(path: string, split: string | null = null): EvaluationQuery[] {
  return readJsonlRows(path)
    .map((row) => ({
      text: row.text('text'),
      relevant: row.texts('relevant'),
      split: row.optionalText('split'),
      kind: row.optionalText('kind'),
      id: row.optionalText('id'),
      mustPass: row.flag('mustPass'),
    }))
    .filter((query) => split === null || query.split === split);
}

/** Whether an answer is only a mark that says which answer it would be: it is compared, never searched. */
export function isPlaceholder(answer: string): boolean {
  return PLACEHOLDER.test(answer.trim());
}

function itemOf(row: JsonlRow): Item {
  const answer = row.text('answer');
  return {
    id: row.text('id'),
    source: 'evaluation',
    question: row.text('question'),
    phrasings: [],
    ...(row.texts('asked').length > 0 ? { asked: row.texts('asked') } : {}),
    answer: row.optionalText('format') === 'html' ? htmlText(answer) : answer,
    language: row.optionalText('lang') ?? 'und',
    author: { name: row.optionalText('author') ?? '', rank: null },
    votes: row.number('votes') ?? 0,
    askedAt: null,
    answeredAt: null,
    tags: row.texts('tags'),
    licence: null,
    url: row.optionalText('url'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** The text of HTML, good enough to measure with; what customers see is cleaned by ingest. */
function htmlText(html: string): string {
  return html
    .replace(/<\/(p|li|h\d|pre|blockquote|ul|ol)>/gi, '\n\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim();
}
