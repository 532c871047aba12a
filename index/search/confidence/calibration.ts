import { RECIPE } from '../recipe.js';

/** How the shipped curve is bent to a release: `p = sigmoid(slope * logit + bias)`. */
export interface Curve {
  readonly slope: number;
  readonly bias: number;
}

/** The curve as it is shipped. */
export const SHIPPED_CURVE: Curve = { slope: 1, bias: 0 };

/** What a search reads of a calibration. */
export interface StoredCalibration {
  readonly curve: Curve;
  /** What four in five of the corpus's own questions do not reach while their answer is hidden. */
  readonly hiddenProbability: number;
}

/** What a search needs of a calibration that was read from a file; null when it is not there. */
export function calibrationIn(stored: unknown): StoredCalibration | null {
  const { curve, own } = (stored ?? {}) as { curve?: Partial<Curve>; own?: Partial<StoredCalibration> };
  const { slope, bias } = curve ?? {};
  const hiddenProbability = own?.hiddenProbability;
  if (!isNumber(slope) || !isNumber(bias) || !isNumber(hiddenProbability)) return null;
  return { curve: { slope, bias }, hiddenProbability };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** `sigmoid(slope * logit + bias)`. */
export function curveAtLogit({ slope, bias }: Curve, logit: number): number {
  return 1 / (1 + Math.exp(-(slope * logit + bias)));
}

/** A question of which it is known whether the first answer was right. */
export interface Observation {
  /** What the shipped curve makes of it. */
  readonly logit: number;
  readonly isRight: boolean;
  /** Above 0 and at most 1. */
  readonly weight: number;
  /** Whether only people said so whom the company does not know. */
  readonly isAnonymous?: boolean;
}

/** A slope below this would turn the order of answers round. */
const LOWEST_SLOPE = 0.2;
const STEPS = 50;

/**
 * Fits the curve to observations: the slope and bias that maximise their likelihood times that of a prior around the
 * shipped curve (slope 1 ± .5, bias 0 ± 2), by Newton's method with halved steps. Few observations thus change little,
 * and many decide.
 * Source: Platt, "Probabilistic outputs for support vector machines", 1999, with a Gaussian prior.
 */
export function fitCurve(observations: readonly Observation[]): Curve {
  let curve = SHIPPED_CURVE;
  let loss = lossOf(curve, observations);
  for (let step = 0; step < STEPS; step++) {
    const [slope, bias] = newtonStep(curve, observations);
    let size = 1;
    let next = curve;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (; size > 1e-4 && !(nextLoss <= loss); size /= 2) {
      next = { slope: curve.slope + size * slope, bias: curve.bias + size * bias };
      nextLoss = lossOf(next, observations);
    }
    if (!(nextLoss <= loss)) break;
    const isThere = Math.abs(next.slope - curve.slope) + Math.abs(next.bias - curve.bias) < 1e-6;
    [curve, loss] = [next, nextLoss];
    if (isThere) break;
  }
  return { slope: Math.max(LOWEST_SLOPE, curve.slope), bias: curve.bias };
}

/** How many labels a set of observations amounts to. */
export function weightOf(observations: readonly Observation[]): number {
  return observations.reduce((sum, { weight }) => sum + weight, 0);
}

/** Minus the logarithm of likelihood times prior. */
function lossOf({ slope, bias }: Curve, observations: readonly Observation[]): number {
  const { calibration } = RECIPE;
  const prior = (slope - 1) ** 2 / (2 * calibration.slope ** 2) + bias ** 2 / (2 * calibration.bias ** 2);
  return observations.reduce((sum, { logit, isRight, weight }) => {
    const value = slope * logit + bias;
    // ln(1 + e^value) without overflow.
    const loss = Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value))) - (isRight ? value : 0);
    return sum + weight * loss;
  }, prior);
}

/** The step to the minimum of the loss, were it a parabola here. */
function newtonStep({ slope, bias }: Curve, observations: readonly Observation[]): readonly [number, number] {
  const { calibration } = RECIPE;
  let slopeGradient = (slope - 1) / calibration.slope ** 2;
  let biasGradient = bias / calibration.bias ** 2;
  let slopes = 1 / calibration.slope ** 2;
  let biases = 1 / calibration.bias ** 2;
  let both = 0;
  for (const { logit, isRight, weight } of observations) {
    const probability = 1 / (1 + Math.exp(-(slope * logit + bias)));
    const error = weight * (probability - (isRight ? 1 : 0));
    const spread = weight * probability * (1 - probability);
    slopeGradient += error * logit;
    biasGradient += error;
    slopes += spread * logit * logit;
    biases += spread;
    both += spread * logit;
  }
  const determinant = slopes * biases - both * both;
  return [
    -(biases * slopeGradient - both * biasGradient) / determinant,
    -(slopes * biasGradient - both * slopeGradient) / determinant,
  ];
}
