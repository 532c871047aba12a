import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Shorter words are taken as they stand: one letter makes another word of them ("mens", "wens"). */
const SHORTEST_TO_REPAIR = 7;
/** Words of their own that are one letter away from another. */
const NEVER_REPAIRED = new Set(['contract', 'contracten', 'contracts', 'personal', 'persoons', 'connects']);

/**
 * The word of `known` that a typed word stands for: itself, or for words of seven letters and more the one that is one
 * typing error away (letter missing, added, wrong, or two swapped). Null for none. This file is the door to natural.
 *
 * @param shortest letters a typed word must have to be repaired
 */
export function knownWord(
  word: string,
  known: ReadonlySet<string>,
  shortest = SHORTEST_TO_REPAIR,
): string | null {
  if (known.has(word)) return word;
  if (word.length < shortest || NEVER_REPAIRED.has(word)) return null;
  for (const candidate of known) {
    if (candidate.length < SHORTEST_TO_REPAIR || !mayBeOneErrorAway(word, candidate)) continue;
    if (DamerauLevenshteinDistance(word, candidate, { restricted: true }) <= 1) return candidate;
  }
  return null;
}

/**
 * What two words of one typing error share at their beginning and end leaves two letters at most. Nearly every pair
 * fails here, which spares the distance: a hundred times the cost.
 */
function mayBeOneErrorAway(word: string, other: string): boolean {
  const longest = Math.max(word.length, other.length);
  const shortest = Math.min(word.length, other.length);
  if (longest - shortest > 1) return false;
  let start = 0;
  while (start < shortest && word[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && word.at(-1 - end) === other.at(-1 - end)) end += 1;
  return longest - start - end <= 2;
}
