import { describe, expect, it } from 'vitest';
import type { PeerHit, PeerItem } from '../../../bench/peers/peer.js';
import { relativeScore, scoreRun, unitScore } from '../../../bench/peers/score-run.js';
import { fc } from '../../../support/properties.js';

/** Items 0 and 1 have the same answer. */
const ITEMS: readonly PeerItem[] = [0, 0, 1, 2].map((answerNumber, at) => ({
  question: `question ${at}`,
  answer: `answer ${answerNumber}`,
  answerNumber,
}));

describe('the relative score', () => {
  it('is the distance to the best other answer', () => {
    expect(relativeScore(hits([2, 8], [3, 6], [0, 1]), ITEMS)).toBe(0.25);
  });

  it('skips items with the same answer', () => {
    expect(relativeScore(hits([0, 10], [1, 9], [2, 4]), ITEMS)).toBe(0.6);
  });

  it('is 1 where nothing else was found', () => {
    expect(relativeScore(hits([0, 3], [1, 2]), ITEMS)).toBe(1);
  });

  it('is 0 where nothing was found', () => {
    expect(relativeScore([], ITEMS)).toBe(0);
    expect(relativeScore(hits([0, 0]), ITEMS)).toBe(0);
  });

  it('does not change with the size of scores', () => {
    const score = fc.double({ min: 0.001, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(score, score, score, (left, right, factor) => {
        const [best, other] = [Math.max(left, right), Math.min(left, right)];
        const plain = relativeScore(hits([2, best], [3, other]), ITEMS);
        const scaled = relativeScore(hits([2, best * factor], [3, other * factor]), ITEMS);
        expect(scaled).toBeCloseTo(plain, 6);
      }),
    );
  });
});

describe('a score as 0 to 1', () => {
  it('keeps the order and stays in bounds', () => {
    const score = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(score, score, (left, right) => {
        expect(unitScore(left)).toBeGreaterThanOrEqual(0);
        expect(unitScore(left)).toBeLessThan(1);
        expect(
          Math.sign(unitScore(left) - unitScore(right)) * Math.sign(left - right),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps likelihoods apart that are next to nothing', () => {
    expect(unitScore(1e-80)).toBeGreaterThan(unitScore(1e-81));
    expect(unitScore(-1)).toBe(0);
  });
});

describe('the figures of a run', () => {
  it('counts places in answers, not in items', () => {
    const { hit1, hit3, mrr } = scored([{ right: [1], found: hits([0, 9], [1, 8], [2, 7]) }]);
    expect({ hit1, hit3, mrr }).toEqual({ hit1: 0, hit3: 1, mrr: 0.5 });
  });

  it('takes the score that lets more be answered', () => {
    // By score two wrong first hits are on top; by the distance to the second hit they come last.
    const wrong = { right: [], found: hits([0, 100], [2, 99]) };
    const rows = [
      wrong,
      wrong,
      ...Array.from({ length: 9 }, () => ({ right: [1], found: hits([2, 10], [3, 1]) })),
    ];
    const { cov90, cov90By, auroc } = scored([...rows, { right: [], found: [] }]);
    expect({ cov90, cov90By }).toEqual({ cov90: 0.75, cov90By: 'relative' });
    expect(auroc).toBe(0.3333);
  });

  it('says what the threshold it comes with does', () => {
    const rows = [
      { right: [1], found: hits([2, 0.9]) },
      { right: [2], found: hits([2, 0.8]) },
      { right: [2], found: hits([3, 0.4]) },
      { right: [], found: hits([3, 0.3]) },
      { right: [], found: hits([3, 0.7]) },
    ];
    expect(scored(rows, 0.5).atThreshold).toEqual({ precision: 0.3333, falseAccepts: 0.5 });
    expect(scored(rows).atThreshold).toBeNull();
  });
});

interface Row {
  readonly right: readonly number[];
  readonly found: readonly PeerHit[];
}

function scored(rows: readonly Row[], threshold: number | null = null) {
  const questions = rows.map(({ right }) => ({ text: '', rightAnswers: new Set(right) }));
  return scoreRun(
    { items: ITEMS, language: 'en', questions },
    rows.map(({ found }) => found),
    threshold,
  );
}

function hits(...pairs: readonly (readonly [number, number])[]): PeerHit[] {
  return pairs.map(([itemIndex, score]) => ({ itemIndex, score }));
}
