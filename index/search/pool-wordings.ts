import { RECIPE } from './recipe.js';

/**
 * The score of an answer from those of its wordings: `t ln(sum of exp(score / t)) - t * share * ln(wordings)`, between
 * the best of them and a bit above their mean. Several near wordings count more than one, a stray one hardly harms, and
 * an answer gains nothing by having many.
 *
 * @param wordings how many the answer has, those that were not scored too
 */
export function poolWordings(scores: readonly number[], wordings: number): number {
  const { temperature, share } = RECIPE.pooling;
  const best = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  if (wordings <= 1) return best;
  const sum = scores.reduce((total, score) => total + Math.exp((score - best) / temperature), 0);
  return best + temperature * (Math.log(sum) - share * Math.log(wordings));
}
