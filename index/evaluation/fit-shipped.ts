import { type ShippedConstants, saturated } from '../search/confidence/confidence.js';
import type { ScoredOutcome } from './run-queries.js';

const STEPS = 30;
/** Keeps the numbers finite where right and wrong can be told apart completely. */
const RIDGE = 0.01;

/**
 * Fits the constants of the shipped curve: logistic regression of "the first answer is right" on its dense score and its
 * saturated lead, by Newton's method; every collection counts alike, however many questions it has.
 */
export function fitShipped(collections: readonly (readonly ScoredOutcome[])[]): ShippedConstants {
  const rows = collections.flatMap((outcomes) =>
    outcomes.map(({ dense, lead, rank }) => ({
      features: [1, dense, saturated(lead)] as const,
      isRight: rank === 1,
      weight: 1_000 / outcomes.length,
    })),
  );
  let numbers = [0, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    const gradient = numbers.map((value, at) => (at === 0 ? 0 : -RIDGE * value));
    const curvature = [0, 1, 2].map((at) => [0, 1, 2].map((other) => (at === other ? RIDGE : 0)));
    for (const { features, isRight, weight } of rows) {
      const value = features.reduce((sum, feature, at) => sum + feature * (numbers[at] as number), 0);
      const probability = 1 / (1 + Math.exp(-value));
      features.forEach((feature, at) => {
        gradient[at] = (gradient[at] as number) + weight * feature * ((isRight ? 1 : 0) - probability);
        features.forEach((other, place) => {
          const line = curvature[at] as number[];
          line[place] = (line[place] as number) + weight * feature * other * probability * (1 - probability);
        });
      });
    }
    const change = solved(curvature, gradient);
    numbers = numbers.map((value, at) => value + (change[at] as number));
  }
  const [bias = 0, dense = 0, lead = 0] = numbers;
  return { bias, dense, lead };
}

/** The solution of a small system of linear equations with a positive definite matrix, by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] as number]);
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows[column] as number[];
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] as number) / (pivot[column] as number);
      pivot.forEach((value, at) => {
        row[at] = (row[at] as number) - factor * value;
      });
    }
  }
  const solution = rows.map(() => 0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] as number[];
    const known = solution.reduce((sum, value, place) => sum + value * (row[place] as number), 0);
    solution[at] = ((row[rows.length] as number) - known) / (row[at] as number);
  }
  return solution;
}
