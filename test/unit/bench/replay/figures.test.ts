import { expect, it } from 'vitest';
import type { Outcome } from '../../../../index/evaluation/measures.js';
import { changesBetween, figuresOf, meanOf } from '../../../bench/replay/figures.js';

it('counts what is gained and what is lost', () => {
  const before = [outcome(1, 0.9), outcome(2, 0.6), outcome(1, 0.5), outcome(null, 0.1)];
  const after = [outcome(1, 0.8), outcome(1, 0.6), outcome(3, 0.5), outcome(1, 0.4)];
  expect(changesBetween(before, after)).toEqual({ gained: 2, lost: 1 });
});

it('measures at the threshold it is given', () => {
  const outcomes = [outcome(1, 0.9), outcome(2, 0.8), outcome(1, 0.5), outcome(null, 0.7, false)];
  expect(figuresOf(outcomes, 0.75)).toMatchObject({
    threshold: 0.75,
    hit1: 2 / 3,
    coverage: 0.5,
    precision: 0.5,
    falseAccepts: 0,
  });
});

it('leaves runs that cannot tell a figure out of its mean', () => {
  const answerable = figuresOf([outcome(1, 0.9), outcome(2, 0.2)], 0.5);
  const silent = figuresOf([outcome(1, 0.4), outcome(2, 0.2)], 0.5);
  expect(meanOf([answerable, silent])).toMatchObject({ precision: 1, coverage: 0.25, falseAccepts: null });
});

function outcome(rank: number | null, probability: number, isAnswerable = true): Outcome {
  return { isAnswerable, rank, probability };
}
