import type { AnswerOutcome, AskedTwice, OutcomeCounts, QuestionsEffect } from './contracts.js';

/** A loss of right answers beyond this share is not taken: two points. */
export const MOST_LOST = 0.02;

/** Of the normal distribution: 95 % lie within. */
const Z = 1.96;

const WORTH: Readonly<Record<AnswerOutcome, number>> = {
  wrong: 0,
  person: 1,
  other: 2,
  offered: 3,
  right: 4,
};

/**
 * What a candidate changes for the questions that are known. Those of label files are counted; those of verdicts are named
 * only, because a forged click must not decide about a release.
 */
export function tellEffect(asked: readonly AskedTwice[]): QuestionsEffect {
  const files = asked.filter(({ known }) => known.from === 'file');
  const gained = files.filter((one) => isRight(one.after) && !isRight(one.before)).length;
  const lost = files.filter((one) => isRight(one.before) && !isRight(one.after)).length;
  const change = files.length === 0 ? null : pairedChange(gained, lost, files.length);
  const isTold = change !== null && (change.low >= -MOST_LOST || change.high < -MOST_LOST);
  return {
    asked: files.length,
    before: countsOf(files.map(({ before }) => before)),
    after: countsOf(files.map(({ after }) => after)),
    change,
    needed: isTold ? null : questionsNeeded(gained, lost, files.length),
    precision: {
      before: precisionOf(files.map(({ known, before }) => ({ known, given: before }))),
      after: precisionOf(files.map(({ known, after }) => ({ known, given: after }))),
    },
    sure: files.filter(({ after }) => after.isSure).length,
    better: mustPassFirst(asked.filter(({ before, after }) => worth(after) > worth(before))),
    worse: mustPassFirst(asked.filter(({ before, after }) => worth(after) < worth(before))),
    failing: files
      .filter(({ known, before, after }) => known.mustPass && !isRight(before) && !isRight(after))
      .map(({ known }) => known),
    verdicts: asked.length - files.length,
  };
}

/** Whether a customer gets what answers the question. */
export function isRight({ outcome }: AskedTwice['after']): boolean {
  return outcome === 'right';
}

/**
 * The change of a share between two askings of the same questions, with its 95 % interval.
 * Source: Bonett and Price, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired
 * data", 2012: one is added to both kinds of change, so that few questions do not look certain.
 * @param gained questions that became right
 * @param lost questions that were right and are not
 */
function pairedChange(
  gained: number,
  lost: number,
  asked: number,
): { share: number; low: number; high: number } {
  const size = asked + 2;
  const [won, gone] = [(gained + 1) / size, (lost + 1) / size];
  const middle = won - gone;
  const half = Z * Math.sqrt((won + gone - middle ** 2) / size);
  return {
    share: (gained - lost) / asked,
    low: Math.max(-1, middle - half),
    high: Math.min(1, middle + half),
  };
}

/** How many questions tell a change of two points, where as many of them change as of those asked. */
function questionsNeeded(gained: number, lost: number, asked: number): number {
  const changing = (gained + lost) / Math.max(1, asked);
  const unchanged = Math.ceil((Z * Math.SQRT2) / MOST_LOST) - 2;
  return Math.max(unchanged, Math.ceil((Z ** 2 * changing) / MOST_LOST ** 2), asked + 1);
}

function precisionOf(
  answers: readonly { readonly known: AskedTwice['known']; readonly given: AskedTwice['after'] }[],
): number | null {
  const sure = answers.filter(({ given }) => given.isSure);
  return sure.length === 0 ? null : sure.filter(({ given }) => isRight(given)).length / sure.length;
}

function countsOf(answers: readonly AskedTwice['after'][]): OutcomeCounts {
  const count = (outcome: AnswerOutcome) => answers.filter((given) => given.outcome === outcome).length;
  return {
    wrong: count('wrong'),
    person: count('person'),
    other: count('other'),
    offered: count('offered'),
    right: count('right'),
  };
}

function worth({ outcome }: AskedTwice['after']): number {
  return WORTH[outcome];
}

function mustPassFirst(asked: readonly AskedTwice[]): AskedTwice[] {
  return [...asked].sort((a, b) => Number(b.known.mustPass) - Number(a.known.mustPass));
}
