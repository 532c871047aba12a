import { RECIPE } from '../recipe.js';

/** Something said with a weight. */
interface Weighed {
  readonly weight: number;
  readonly isAnonymous?: boolean;
}

/**
 * Lowers the weights of what anonymous people said, so that together they weigh at most as much as all others; where there
 * are no others, at most as much as the prior of the curve. Who can be anybody must not outvote those who are somebody.
 */
export function capAnonymous<Entry extends Weighed>(entries: readonly Entry[]): Entry[] {
  const others = weightOf(entries.filter(({ isAnonymous }) => !isAnonymous));
  const theirs = weightOf(entries.filter(({ isAnonymous }) => isAnonymous));
  const most = others > 0 ? others : RECIPE.calibration.labels;
  if (theirs <= most) return [...entries];
  return entries.map((entry) =>
    entry.isAnonymous ? { ...entry, weight: (entry.weight * most) / theirs } : entry,
  );
}

function weightOf(entries: readonly Weighed[]): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0);
}
