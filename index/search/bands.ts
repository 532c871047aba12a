import type { Bands } from '../contracts.js';
import { createConfidence } from './confidence.js';
import type { Rank } from './rank.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What a release measured on itself; stored beside it. */
export interface Calibration {
  /** The recipe that the probabilities come from. */
  readonly recipe: typeof RECIPE;
  /** How many of the corpus's own questions were asked with their answer hidden. */
  readonly ownQuestions: number;
  /** Quantiles 0, .1, … 1 of the probability of the best wrong answer to them. */
  readonly hiddenQuantiles: readonly number[];
  readonly bands: Bands;
}

/**
 * Asks the corpus its own questions with their answers hidden: whatever comes back is wrong, so the threshold must lie
 * above most of it. `answer = max(.7, .8-quantile)`.
 *
 * @param questionOf the text of a wording
 */
export function calibrate(
  index: SearchIndex,
  rank: Rank,
  questionOf: (wording: number) => string,
): Calibration {
  const { silentShare, answer, doubt, askBack } = RECIPE.bands;
  const wordings = sample(index.itemOfWording.length, RECIPE.bands.ownQuestions);
  const hidden = wordings
    .map((wording) => hiddenProbability(index, rank, wording, questionOf(wording)))
    .sort((left, right) => left - right);
  const threshold = Math.min(answer.max, Math.max(answer.min, quantile(hidden, silentShare)));
  return {
    recipe: RECIPE,
    ownQuestions: hidden.length,
    hiddenQuantiles: Array.from({ length: 11 }, (_, tenth) => rounded(quantile(hidden, tenth / 10))),
    bands: { answer: rounded(threshold), doubt, askBack },
  };
}

/** The bands of a release with the company's own threshold in place of the release's. */
export function withThreshold(bands: Bands, answer: number | undefined): Bands {
  if (answer === undefined) return bands;
  return { answer, doubt: Math.min(bands.doubt, answer), askBack: Math.min(bands.askBack, answer) };
}

function hiddenProbability(index: SearchIndex, rank: Rank, wording: number, text: string): number {
  const answerOf = (item: number) => index.answerOfItem[item] ?? 0;
  const own = answerOf(index.itemOfWording[wording] ?? 0);
  const ranked = rank(
    { text, vector: index.questions.row(wording) },
    { isHidden: (item) => answerOf(item) === own },
  );
  const [first] = ranked;
  return first ? createConfidence(ranked, answerOf)(first).probability : 0;
}

/** At most `count` numbers below `size`, evenly spread. */
function sample(size: number, count: number): number[] {
  if (size <= count) return [...Array(size).keys()];
  return Array.from({ length: count }, (_, at) => Math.floor((at * size) / count));
}

/** The value below which a share of ascending values lies, interpolated; 0 for none. */
function quantile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = ascending[Math.floor(place)] ?? 0;
  const above = ascending[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
