import type { Confidence, ConfidenceReason } from '../contracts.js';
import type { RankedItem } from './rank.js';
import { RECIPE } from './recipe.js';

/**
 * The probability that a ranked item answers the question: `sigmoid(bias + 5.89 D + 13.31 gap)`, where `gap` is how far
 * its score lies before the best item with another answer: positive for the first, negative for those behind it. Items
 * with the same answer do not compete. Without any other answer the gap says nothing and is 0.
 *
 * @param ranked best first
 * @param answerOf items with equal numbers give the same answer
 */
export function createConfidence(
  ranked: readonly RankedItem[],
  answerOf: (item: number) => number,
): (entry: RankedItem) => Confidence {
  const [first] = ranked;
  const firstAnswer = first ? answerOf(first.item) : -1;
  const second = ranked.find(({ item }) => answerOf(item) !== firstAnswer);
  return (entry) => {
    const rival = answerOf(entry.item) === firstAnswer ? second : first;
    const gap = rival ? entry.fused - rival.fused : 0;
    const probability = probabilityOf(entry.dense, gap);
    return { probability, reason: reasonOf(entry.dense, probability) };
  };
}

/** `sigmoid(bias + dense * D + gap * gapF)` with the constants of the recipe. */
export function probabilityOf(dense: number, gap: number): number {
  const { confidence } = RECIPE;
  return 1 / (1 + Math.exp(-(confidence.bias + confidence.dense * dense + confidence.gap * gap)));
}

/**
 * With such a lead a match of D = .3 is as likely right as wrong. Questions that nothing answers mostly lie below that
 * (median .28), answerable ones above (median .45), so it tells a weak match from one that a rival holds down.
 */
const CLEAR_LEAD = 0.15;

function reasonOf(dense: number, probability: number): ConfidenceReason {
  if (probability >= RECIPE.bands.doubt) return 'clear';
  // Would it have been believed, had no other answer been near?
  return probabilityOf(dense, CLEAR_LEAD) >= RECIPE.bands.doubt ? 'near-tie' : 'weak-match';
}
