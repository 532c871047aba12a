import { RECIPE } from './recipe.js';

/**
 * The score of an answer from those of its wordings: `t ln(mean of exp(score / t))`, between their mean and the best of
 * them. Several near wordings count more than one, a stray one costs little, and an answer gains nothing by having many.
 *
 * @param wordings how many the answer has, those that were not scored too
 */
export function poolWordings(scores: readonly number[], wordings: number): number {
  const { temperature } = RECIPE.pooling;
  const best = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  if (wordings <= 1) return best;
  const sum = scores.reduce((total, score) => total + Math.exp((score - best) / temperature), 0);
  return best + temperature * Math.log(sum / wordings);
}
