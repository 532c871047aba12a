import { describe, expect, it } from 'vitest';
import { createConfidence, probabilityOf } from '../../../../index/search/confidence.js';

const answerOf = (item: number) => item;

describe('probabilityOf', () => {
  it.each([
    [0, 0, 0.0221],
    [0.5, 0, 0.3005],
    [0.5, 0.2, 0.8602],
    [0.9, 0, 0.8192],
    [0.9, 0.4, 0.9989],
  ])('maps D %d and gap %d to %d', (dense, gap, probability) => {
    expect(probabilityOf(dense, gap)).toBeCloseTo(probability, 4);
  });
});

describe('createConfidence', () => {
  it('believes an item that stands out', () => {
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

  it('does not let items with the same answer compete', () => {
    const ranked = [scored(0, 0.7, 0.8), scored(1, 0.7, 0.79), scored(2, 0.3, 0.3)];
    const same = createConfidence(ranked, (item) => (item < 2 ? 7 : item));
    const apart = createConfidence(ranked, answerOf);
    expect(ranked.map((entry) => same(entry).probability > 0.9)).toEqual([true, true, false]);
    expect(apart(scored(0, 0.7, 0.8)).probability).toBeLessThan(0.9);
  });

  it('takes no confidence from being the only answer', () => {
    expect(confidences([0.4, 0.9])[0]?.probability).toBeCloseTo(probabilityOf(0.4, 0), 10);
  });
});

function confidences(...scores: [number, number][]) {
  const ranked = scores.map(([dense, fused], item) => scored(item, dense, fused));
  return ranked.map(createConfidence(ranked, answerOf));
}

function scored(item: number, dense: number, fused: number) {
  return { item, dense, fused };
}
