import { describe, expect, it } from 'vitest';
import { type AskedQuestion, learnRanking } from '../../../../index/evaluation/learn-ranking.js';
import { trainCommittee } from '../../../../index/evaluation/train-net.js';
import { ask } from '../../../../index/search/committee.js';
import { beliefFeatures } from '../../../../index/search/confidence/belief.js';
import { EVIDENCE } from '../../../../index/search/evidence/evidence.js';

const QUICK = { nets: 2, units: 4, ridge: 0.001, steps: 200, rate: 0.05 };

describe('a committee of small networks', () => {
  it('learns what no straight line tells apart', () => {
    const rows = [...Array(64).keys()].map((at) => Float64Array.of(at % 2, Math.floor(at / 2) % 2));
    const wanted = rows.map(([left, right]) => (left === right ? 0 : 1));
    const committee = trainCommittee(
      rows,
      (outputs) => outputs.map((output, at) => (sigmoid(output) - (wanted[at] ?? 0)) / rows.length),
      QUICK,
    );
    const told = [0, 1, 2, 3].map((at) => sigmoid(ask(committee, rows[at] ?? [])) > 0.5);
    expect(told).toEqual([false, true, true, false]);
  });

  it('learns the same from the same', () => {
    const rows = [Float64Array.of(1), Float64Array.of(2)];
    const train = () => trainCommittee(rows, (outputs) => outputs.map((output) => output - 1), QUICK);
    expect(train()).toEqual(train());
  });
});

describe('learning to order and to believe', () => {
  it('puts right answers first, and believes them more than what only looks right', {
    timeout: 240_000,
  }, () => {
    const sets = [1, 2].map((seed) => ({ asked: questions(seed), weight: 1 }));
    const { order, belief, evidence } = learnRanking(sets);
    expect(evidence).toEqual(EVIDENCE);
    const judged = questions(3).map(({ found, isAnswerable }) => {
      const ranked = found
        .map((one) => entryOf(one.evidence, ask(order, one.evidence), one.isRight))
        .sort((left, right) => right.order - left.order);
      const [first, second] = ranked;
      if (!first || !second) throw new Error('two answers were found');
      const probability = sigmoid(ask(belief, beliefFeatures(first, second, ranked)));
      return { isAnswerable, isRight: first.isRight, probability };
    });
    const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
    expect(answerable.filter(({ isRight }) => isRight).length).toBe(answerable.length);
    const mean = (isAnswerable: boolean) => {
      const some = judged.filter((one) => one.isAnswerable === isAnswerable);
      return some.reduce((sum, one) => sum + one.probability, 0) / some.length;
    };
    expect(mean(true)).toBeGreaterThan(mean(false) + 0.4);
  });
});

/** Right answers have much of the evidence "tokens"; what only looks right has as much score, and a word missing. */
function questions(seed: number): (AskedQuestion & { readonly isAnswerable: boolean })[] {
  const noise = (at: number) => Math.sin(at * 12.9898 + seed * 78.233) / 20;
  return [...Array(24).keys()].map((at) => {
    const isAnswerable = at % 3 !== 0;
    const found = [0, 1, 2].map((place) => {
      const isBest = place === at % 2;
      const isRight = isBest && isAnswerable;
      return {
        isRight,
        twin: place,
        evidence: evidence({
          score: 0.5 + noise(at * 7 + place),
          tokens: (isBest ? 0.8 : 0.3) + noise(at * 5 + place),
          missing: (isRight ? 0.1 : 0.7) + noise(at * 3 + place),
        }),
      };
    });
    return { isAnswerable, found };
  });
}

function evidence(known: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(EVIDENCE, (name) => known[name] ?? 0);
}

function entryOf(given: Float64Array, order: number, isRight: boolean) {
  const none = { answer: 0, item: 0, dense: 0, score: 0, sentenceCosines: new Float32Array() };
  return { ...none, evidence: given, order, tokenCosines: null, isRight };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
