import type { PairDecision } from '../contracts/pair-decisions.js';

/**
 * Whether a decision still is about the words that were read when it was made: those of the answer that counts, or of both where both
 * hold. What the other answer says does not matter: whoever writes in a community could undo a decision by a word.
 * @param hashOf sha256 of the answer of an item now; null where it is not there
 */
export function isStillAbout(
  { itemIds, answerHashes, counts }: PairDecision,
  hashOf: (itemId: string) => string | null,
): boolean {
  return itemIds.every((id, at) => (counts !== null && counts !== id) || hashOf(id) === answerHashes[at]);
}
