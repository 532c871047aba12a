import { measure, measureAt, type Outcome } from '../../../index/evaluation/measures.js';

/** What is reported of one run; shares from 0 to 1, null where the set cannot tell. */
export interface ReplayFigures {
  readonly hit1: number;
  readonly hit3: number;
  readonly auroc: number | null;
  readonly cov90: number;
  readonly ece: number;
  /** The release's own threshold, and what it does. */
  readonly threshold: number;
  readonly coverage: number;
  readonly precision: number | null;
  readonly falseAccepts: number | null;
}

export function figuresOf(outcomes: readonly Outcome[], threshold: number): ReplayFigures {
  const { hit1, hit3, auroc, cov90, ece } = measure(outcomes);
  return { hit1, hit3, auroc, cov90, ece, threshold, ...measureAt(outcomes, threshold) };
}

/** The mean of each figure over the runs that can tell it. */
export function meanOf(runs: readonly ReplayFigures[]): ReplayFigures {
  const mean = (name: keyof ReplayFigures): number | null => {
    const values = runs.map((run) => run[name]).filter((value) => value !== null);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return {
    hit1: mean('hit1') ?? 0,
    hit3: mean('hit3') ?? 0,
    auroc: mean('auroc'),
    cov90: mean('cov90') ?? 0,
    ece: mean('ece') ?? 0,
    threshold: mean('threshold') ?? 0,
    coverage: mean('coverage') ?? 0,
    precision: mean('precision'),
    falseAccepts: mean('falseAccepts'),
  };
}

/** Questions that changed: `gained` are answered rightly by the first hit now and were not before, `lost` the reverse. */
export interface Changes {
  readonly gained: number;
  readonly lost: number;
}

/** @param before outcomes of the same questions, in the same order */
export function changesBetween(before: readonly Outcome[], after: readonly Outcome[]): Changes {
  const isFirst = (outcome: Outcome | undefined) => outcome?.rank === 1;
  return {
    gained: after.filter((outcome, at) => isFirst(outcome) && !isFirst(before[at])).length,
    lost: before.filter((outcome, at) => isFirst(outcome) && !isFirst(after[at])).length,
  };
}
