import { describe, expect, it } from 'vitest';
import { measure, measureAt, type Outcome } from '../../../../index/evaluation/measures.js';

const right = (probability: number): Outcome => ({ isAnswerable: true, rank: 1, probability });
const wrong = (probability: number, rank: number | null = null): Outcome => ({
  isAnswerable: true,
  rank,
  probability,
});
const forPerson = (probability: number): Outcome => ({ isAnswerable: false, rank: null, probability });

describe('measure', () => {
  it('counts hits and reciprocal ranks of answerable questions', () => {
    const outcomes = [right(0.9), wrong(0.5, 2), wrong(0.4, 5), wrong(0.1), forPerson(0.3)];
    expect(measure(outcomes)).toMatchObject({
      hit1: 0.25,
      hit3: 0.5,
      mrr: (1 + 1 / 2 + 1 / 5) / 4,
      answerable: 4,
      mustEscalate: 1,
    });
  });

  it('ranks right first hits against all others, ties by half', () => {
    expect(measure([right(0.9), right(0.5), wrong(0.5, 2), forPerson(0.1)]).auroc).toBe(3.5 / 4);
    expect(measure([right(0.9), right(0.8)]).auroc).toBeNull();
  });

  it('covers the longest prefix with nine in ten right', () => {
    const nine = Array.from({ length: 9 }, (_, at) => right(0.9 - at / 100));
    expect(measure([...nine, wrong(0.5), wrong(0.4)]).cov90).toBe(10 / 11);
    expect(measure([forPerson(0.99), ...nine]).cov90).toBe(1);
    expect(measure([forPerson(0.99), ...nine.slice(1)]).cov90).toBe(0);
  });

  it('lets equal probabilities stand or fall together', () => {
    expect(measure([right(0.9), wrong(0.9)]).cov90).toBe(0);
  });

  it('tells how far probabilities lie from what happens', () => {
    expect(measure([right(1), forPerson(0)]).ece).toBe(0);
    expect(measure([right(0.75), wrong(0.75)]).ece).toBeCloseTo(0.25, 10);
    expect(measure([wrong(1), forPerson(1)]).ece).toBe(1);
  });

  it('has figures for no questions at all', () => {
    expect(measure([])).toEqual({
      hit1: 0,
      hit3: 0,
      mrr: 0,
      auroc: null,
      cov90: 0,
      ece: 0,
      answerable: 0,
      mustEscalate: 0,
    });
  });
});

describe('measureAt', () => {
  it('tells what answering from a threshold would do', () => {
    const outcomes = [right(0.9), wrong(0.8, 2), forPerson(0.8), forPerson(0.2)];
    expect(measureAt(outcomes, 0.8)).toEqual({ coverage: 0.75, precision: 1 / 3, falseAccepts: 0.5 });
    expect(measureAt([right(0.1)], 0.5)).toEqual({ coverage: 0, precision: null, falseAccepts: null });
  });
});
