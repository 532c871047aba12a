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

/**
 * The pooled score with what was asked in the asker's own words: `t ln(exp(pooled / t) + weight exp(best / t))`. It can only
 * lift an answer, so that one whose asker wrote much loses nothing against one whose asker wrote nothing.
 *
 * @param asked scores of what was asked
 */
export function poolWithAsked(pooled: number, asked: readonly number[], weight: number): number {
  if (asked.length === 0 || weight === 0) return pooled;
  const { temperature } = RECIPE.pooling;
  const best = Math.max(...asked);
  if (pooled === Number.NEGATIVE_INFINITY) return best + temperature * Math.log(weight);
  const highest = Math.max(pooled, best);
  const sum = Math.exp((pooled - highest) / temperature) + weight * Math.exp((best - highest) / temperature);
  return highest + temperature * Math.log(sum);
}
