import { describe, expect, it } from 'vitest';
import { curveAtLogit, SHIPPED_CURVE } from '../../../../../index/search/confidence/calibration.js';
import { createConfidence, logitOf } from '../../../../../index/search/confidence/confidence.js';
import type { RankedAnswer } from '../../../../../index/search/rank.js';

const itself = { twinOf: (item: number) => item, ranking: null };

describe('the shipped curve', () => {
  it.each([
    [0, 0, 0.0069],
    [0.5, 0, 0.2324],
    [0.5, 0.2, 0.7928],
    [0.9, 0, 0.8612],
    [0.9, 0.4, 0.9953],
  ])('maps D %d and a lead of %d to %d', (dense, lead, probability) => {
    expect(curveAtLogit(SHIPPED_CURVE, logitOf(dense, lead))).toBeCloseTo(probability, 4);
  });
});

describe('createConfidence', () => {
  it('believes an answer that stands out', () => {
    const [first, second] = confidences([0.7, 0.9], [0.4, 0.5]);
    expect(first).toMatchObject({ reason: 'clear' });
    expect(first?.probability).toBeGreaterThan(0.95);
    expect(second?.probability).toBeLessThan(0.01);
  });

  it('doubts two answers that are close to each other', () => {
    const [first, second] = confidences([0.55, 0.62], [0.54, 0.61]);
    expect(first).toMatchObject({ reason: 'near-tie' });
    expect(second).toMatchObject({ reason: 'near-tie' });
    expect(first?.probability).toBeLessThan(0.5);
  });

  it('doubts what resembles the question little', () => {
    expect(confidences([0.2, 0.25], [0.05, 0.1])[0]).toMatchObject({ reason: 'weak-match' });
  });

  it('does not let twins compete', () => {
    const ranked = [scored(0, 0.7, 0.8), scored(1, 0.7, 0.79), scored(2, 0.3, 0.3)];
    const same = createConfidence(
      ranked,
      { ...itself, twinOf: (item) => (item < 2 ? 7 : item) },
      SHIPPED_CURVE,
    );
    const apart = createConfidence(ranked, itself, SHIPPED_CURVE);
    expect(ranked.map((entry) => same(entry).probability > 0.9)).toEqual([true, true, false]);
    expect(apart(scored(0, 0.7, 0.8)).probability).toBeLessThan(0.9);
  });

  it('takes no confidence from being the only answer', () => {
    const alone = curveAtLogit(SHIPPED_CURVE, logitOf(0.4, 0));
    expect(confidences([0.4, 0.9])[0]?.probability).toBeCloseTo(alone, 10);
  });

  it('follows the curve of the release', () => {
    const ranked = [scored(0, 0.6, 0.7), scored(1, 0.4, 0.5)];
    const wary = createConfidence(ranked, itself, { slope: 1, bias: -2 });
    const shipped = createConfidence(ranked, itself, SHIPPED_CURVE);
    const [first = scored(0, 0, 0)] = ranked;
    expect(wary(first).probability).toBeLessThan(shipped(first).probability - 0.2);
  });
});

function confidences(...scores: [number, number][]) {
  const ranked = scores.map(([dense, score], item) => scored(item, dense, score));
  return ranked.map(createConfidence(ranked, itself, SHIPPED_CURVE));
}

function scored(item: number, dense: number, score: number): RankedAnswer {
  const unread = { sentenceCosines: new Float32Array(), evidence: null, tokenCosines: null };
  return { item, answer: item, dense, score, order: score, ...unread };
}
