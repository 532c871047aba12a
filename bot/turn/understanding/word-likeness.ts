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
    if (candidate.length < SHORTEST_TO_REPAIR || Math.abs(candidate.length - word.length) > 1) continue;
    if (DamerauLevenshteinDistance(word, candidate, { restricted: true }) <= 1) return candidate;
  }
  return null;
}
