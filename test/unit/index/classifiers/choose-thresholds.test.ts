import { describe, expect, it } from 'vitest';
import {
  chooseByLabel,
  chooseThreshold,
  type Scored,
} from '../../../../index/classifiers/choose-thresholds.js';
import { fc } from '../../../support/properties.js';

const WANTED = { precision: 0.9, ordinary: 0.01 };
const LABELS = ['order', 'abuse'];

/** So many messages of a label with evenly spread scores, from the highest down to nothing. */
function spread(label: string, count: number, highest: number, isRight = true): Scored[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ label, isRight },
    score: highest * (1 - at / count),
  }));
}

describe('thresholds by label', () => {
  it('let a label go low that ordinary questions never sound like, and keep the other high', () => {
    const messages = [...spread('order', 100, 1), ...spread('abuse', 100, 1)];
    const ordinary = spread('order', 200, 0.9, false);
    const { order, abuse } = chooseByLabel(LABELS, messages, ordinary, WANTED);
    expect(abuse).toBe(0.5);
    expect(order).toBeGreaterThan(0.85);
  });

  it('give a label with few messages the threshold that holds for all, which takes half of the questions', () => {
    const messages = [...spread('order', 100, 1), ...spread('abuse', 3, 1)];
    const ordinary = spread('order', 100, 0.9, false);
    const scores = ordinary.map(({ score }) => score);
    const { abuse } = chooseByLabel(LABELS, messages, ordinary, WANTED);
    const half = { ...WANTED, ordinary: WANTED.ordinary / 2 };
    expect(abuse).toBe(chooseThreshold(messages, scores, half));
  });

  it('take no more ordinary questions than wanted, whatever the scores', () => {
    const scored = fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      label: fc.constantFrom(...LABELS),
      isRight: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(scored, { minLength: 60, maxLength: 120 }),
        fc.array(scored, { minLength: 100, maxLength: 200 }),
        (messages, ordinary) => {
          const thresholds = chooseByLabel(LABELS, messages, ordinary, WANTED);
          const taken = ordinary.filter(({ score, label }) => score >= (thresholds[label] ?? 0));
          expect(taken.length).toBeLessThanOrEqual(WANTED.ordinary * ordinary.length);
        },
      ),
    );
  });
});
