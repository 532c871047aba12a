/** Words of a search that count, and the longest of them. */
const MOST_WORDS = 8;
const LONGEST_WORD = 64;
/** From this length on a word also finds those that begin with it. */
const SHORTEST_BEGINNING = 3;

/**
 * What was typed, in the query language of FTS5: every word must be there. Nothing of it is taken as an operator, so that
 * nothing typed can be an error or a costly question.
 * @returns null where there is no word in it
 */
export function matchOf(typed: string): string | null {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const counted = [...new Set(words.map((word) => word.slice(0, LONGEST_WORD).toLowerCase()))];
  if (counted.length === 0) return null;
  return counted
    .slice(0, MOST_WORDS)
    .map((word) => (word.length < SHORTEST_BEGINNING ? `"${word}"` : `"${word}"*`))
    .join(' AND ');
}
