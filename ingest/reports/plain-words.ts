import { cleanCharacters } from '../steps/text/clean-characters.js';
import type { ReportWords } from './words/contracts.js';

/** Words of a community on one line of a terminal: nothing in them may steer it. */
export function plainWords(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}

/**
 * A heading with its count, the first entries below it, and how many more there are; nothing without an entry.
 * @param count how many there are, where more than are given
 */
export function listLines<Entry>(
  head: (count: number) => string,
  entries: readonly Entry[],
  most: number,
  words: ReportWords,
  linesOf: (entry: Entry) => readonly string[],
  count = entries.length,
): string[] {
  if (count === 0) return [];
  const shown = entries.slice(0, most);
  return [
    '',
    head(count),
    ...shown.flatMap(linesOf),
    ...(count > shown.length ? [`  ${words.more(count - shown.length)}`] : []),
  ];
}
