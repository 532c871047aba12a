/** What came back for one question of an evaluation. */
export interface Outcome {
  /** Whether any item answers it; otherwise it must go to a person. */
  readonly isAnswerable: boolean;
  /** Place of the first right item counted from 1; null when none came back. */
  readonly rank: number | null;
  /** Probability of the first hit; 0 when nothing came back. */
  readonly probability: number;
}

/** The figures of an evaluation. Shares are from 0 to 1; what cannot be told of the set is null. */
export interface Measures {
  /** Share of the answerable questions with a right item first. */
  readonly hit1: number;
  /** … among the first three. */
  readonly hit3: number;
  /** Mean of 1 / place of the first right item, 0 where none came back, over the answerable questions. */
  readonly mrr: number;
  /** How well the probability tells questions whose first hit is right from all others. */
  readonly auroc: number | null;
  /** Share of all questions that can be answered with nine in ten answers right. */
  readonly cov90: number;
  /** Expected calibration error of the probability, 10 bins of equal width. */
  readonly ece: number;
  readonly answerable: number;
  readonly mustEscalate: number;
}

export function measure(outcomes: readonly Outcome[]): Measures {
  const answerable = outcomes.filter(({ isAnswerable }) => isAnswerable);
  const shareWithin = (places: number) =>
    mean(answerable.map(({ rank }) => (rank !== null && rank <= places ? 1 : 0)));
  return {
    hit1: shareWithin(1),
    hit3: shareWithin(3),
    mrr: mean(answerable.map(({ rank }) => (rank === null ? 0 : 1 / rank))),
    auroc: areaUnderCurve(outcomes),
    cov90: coverageAt(outcomes, 0.9),
    ece: calibrationError(outcomes),
    answerable: answerable.length,
    mustEscalate: outcomes.length - answerable.length,
  };
}

/** What happens when every question at or above a threshold is answered. */
export interface ThresholdMeasures {
  /** Share of all questions that are answered. */
  readonly coverage: number;
  /** Share of the answers that are right; null when none is given. */
  readonly precision: number | null;
  /** Share of the questions for a person that are answered all the same; null when there are none. */
  readonly falseAccepts: number | null;
}

export function measureAt(outcomes: readonly Outcome[], threshold: number): ThresholdMeasures {
  const answered = outcomes.filter(({ probability }) => probability >= threshold);
  const forPerson = outcomes.filter(({ isAnswerable }) => !isAnswerable);
  return {
    coverage: answered.length / Math.max(1, outcomes.length),
    precision: answered.length === 0 ? null : mean(answered.map((outcome) => (isRight(outcome) ? 1 : 0))),
    falseAccepts:
      forPerson.length === 0
        ? null
        : mean(forPerson.map(({ probability }) => (probability >= threshold ? 1 : 0))),
  };
}

function isRight({ isAnswerable, rank }: Outcome): boolean {
  return isAnswerable && rank === 1;
}

/** The chance that a right first hit has a higher probability than a wrong one; ties count half (Mann-Whitney). */
function areaUnderCurve(outcomes: readonly Outcome[]): number | null {
  const sorted = [...outcomes].sort((left, right) => left.probability - right.probability);
  const right = sorted.filter(isRight).length;
  const wrong = sorted.length - right;
  if (right === 0 || wrong === 0) return null;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.probability === sorted[start]?.probability) end++;
    const meanRank = (start + 1 + end) / 2;
    rankSum += meanRank * sorted.slice(start, end).filter(isRight).length;
    start = end;
  }
  return (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}

/**
 * The longest prefix of the questions sorted by probability in which at least `precision` of the answers are right, as a
 * share of all questions. Equal probabilities stand or fall together: no threshold lies between them.
 */
function coverageAt(outcomes: readonly Outcome[], precision: number): number {
  const sorted = [...outcomes].sort((left, right) => right.probability - left.probability);
  let right = 0;
  let longest = 0;
  sorted.forEach((outcome, at) => {
    if (isRight(outcome)) right += 1;
    const isLastOfEqual = sorted[at + 1]?.probability !== outcome.probability;
    if (isLastOfEqual && right >= precision * (at + 1)) longest = at + 1;
  });
  return longest / Math.max(1, outcomes.length);
}

const BINS = 10;

/** `sum over bins of share * |share right - mean probability|`. */
function calibrationError(outcomes: readonly Outcome[]): number {
  const errors = Array.from({ length: BINS }, (_, bin) => {
    const inside = outcomes.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const right = inside.filter(isRight).length;
    const believed = inside.reduce((sum, { probability }) => sum + probability, 0);
    return Math.abs(right - believed);
  });
  return errors.reduce((sum, error) => sum + error, 0) / Math.max(1, outcomes.length);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
