import { bandsFor } from '../search/confidence/bands.js';
import { curveAtLogit, fitCurve } from '../search/confidence/calibration.js';
import { measure, measureAt } from './measures.js';
import type { ScoredOutcome } from './run-queries.js';

/** What labels make of the confidence: means over draws, shares from 0 to 1; null where no draw can tell. */
export interface LabelledMeasures {
  readonly labels: number;
  readonly ece: number;
  /** At the threshold for the wanted precision. */
  readonly threshold: number;
  readonly coverage: number;
  readonly precision: number | null;
  readonly falseAccepts: number | null;
}

const DRAWS = 20;

/**
 * Fits the curve to some labels and measures all other questions: what a company gets that has labelled so many of its
 * own. Draws are seeded, so that every run sees the same.
 *
 * @param outcomes of all questions; labels are drawn from them
 * @param hiddenLogit what four in five of the corpus's own questions do not reach while their answer is hidden
 */
export function measureWithLabels(
  outcomes: readonly ScoredOutcome[],
  labels: number,
  wantedPrecision: number,
  hiddenLogit: number,
): LabelledMeasures {
  const draws = Array.from({ length: labels === 0 ? 1 : DRAWS }, (_, draw) => {
    const order = shuffled(outcomes, draw);
    const curve = fitCurve(
      order.slice(0, labels).map((outcome) => ({
        logit: outcome.logit ?? LOWEST_LOGIT,
        isRight: outcome.rank === 1,
        weight: 1,
      })),
    );
    const measured = order.slice(labels).map((outcome) => ({
      ...outcome,
      probability: outcome.logit === null ? 0 : curveAtLogit(curve, outcome.logit),
    }));
    const hiddenProbability = curveAtLogit(curve, hiddenLogit);
    const { answer } = bandsFor({ wantedPrecision, hiddenProbability, labels });
    return { ece: measure(measured).ece, threshold: answer, ...measureAt(measured, answer) };
  });
  const meanOf = (name: 'ece' | 'threshold' | 'coverage') => mean(draws.map((draw) => draw[name])) ?? 0;
  const meanOfKnown = (name: 'precision' | 'falseAccepts') =>
    mean(draws.flatMap((draw) => (draw[name] === null ? [] : [draw[name]])));
  return {
    labels,
    ece: meanOf('ece'),
    threshold: meanOf('threshold'),
    coverage: meanOf('coverage'),
    precision: meanOfKnown('precision'),
    falseAccepts: meanOfKnown('falseAccepts'),
  };
}

/** Where nothing came back. */
const LOWEST_LOGIT = -10;

/** The same things in another order, the same for the same seed. */
export function shuffled<Thing>(outcomes: readonly Thing[], seed: number): Thing[] {
  return outcomes
    .map((outcome, place) => ({ outcome, key: scrambled(place, seed) }))
    .sort((left, right) => left.key - right.key)
    .map(({ outcome }) => outcome);
}

/** A number that looks random, the same for the same place and seed (murmur3's finaliser). */
function scrambled(place: number, seed: number): number {
  let mixed = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
