import { trigramsOf } from '../../lexical/tokenize.js';

/** From so many of its letters' triples in another word on a word is a form of it, or a typing error. */
const LIKE = 0.4;

/** Whether a word may be one of others, spelt or bent otherwise: "glasvesel" beside "glasvezelkastje", "idel" beside "idle". */
export function isLikeOneOf(word: string, others: readonly string[]): boolean {
  const parts = trigramsOf(word);
  const letters = lettersOf(word);
  return [...new Set(others)].some((other) => {
    if (lettersOf(other) === letters) return true;
    const held = trigramsOf(other);
    return parts.filter((part) => held.includes(part)).length >= LIKE * parts.length;
  });
}

/** The letters of a word in the order of the alphabet. */
function lettersOf(word: string): string {
  return [...word].sort().join('');
}
