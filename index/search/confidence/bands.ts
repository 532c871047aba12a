import type { Bands } from '../../contracts/search.js';
import { RECIPE } from '../recipe.js';
import { rounded } from '../rounded.js';

/** What of a release's calibration decides its bands. */
interface BandFacts {
  /** The share of answers that shall be right. */
  readonly wantedPrecision: number;
  /** What most of the corpus's own questions do not reach while their answer is hidden. */
  readonly hiddenProbability: number;
  /** How many labels the curve was fitted with. */
  readonly labels: number;
}

/**
 * The thresholds for a wanted precision. The least certain answer may be wrong 1.5 times as often as all together:
 * `answer = 1 - 1.5 (1 - wanted)`, .85 for .9; those above it are surer, so that nine in ten are right also on a
 * community with many near misses. While there are few labels it is not below what the corpus's own questions reach with
 * their answer hidden; 30 labels halve what that adds. `doubt` is where an answer is right more often than not, `askBack`
 * where a list of three mostly is not worth reading below.
 */
export function bandsFor({ wantedPrecision, hiddenProbability, labels }: BandFacts): Bands {
  const { marginOfError, highest, doubt, askBack } = RECIPE.bands;
  const fromCurve = 1 - marginOfError * (1 - wantedPrecision);
  const trust = RECIPE.calibration.labels / (RECIPE.calibration.labels + labels);
  const raised = fromCurve + trust * Math.max(0, hiddenProbability - fromCurve);
  const answer = rounded(Math.min(Math.max(highest, fromCurve), Math.max(0, raised)));
  return { answer, doubt: Math.min(doubt, answer), askBack: Math.min(askBack, answer) };
}

/** The bands of a release with the company's own threshold in place of the release's. */
export function withThreshold(bands: Bands, answer: number | undefined): Bands {
  if (answer === undefined) return bands;
  return { answer, doubt: Math.min(bands.doubt, answer), askBack: Math.min(bands.askBack, answer) };
}
