import { describe, expect, it } from 'vitest';
import { joinedNet, netScores, type StackedNet } from '../../../../index/classifiers/stacked-net.js';
import { randomFrom } from '../../../../index/platform/random.js';

/** A network of made-up numbers. */
function made(units: number, seed: number): StackedNet {
  const random = randomFrom(seed);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5);
  const [inputs, labels] = [5, 3];
  const rows = units + labels;
  return {
    ...{ inputs, units, labels, inner: numbers(rows * inputs), bias: numbers(rows) },
    out: numbers(labels * units),
  };
}

describe('several networks joined to one', () => {
  it('give the mean of their scores', () => {
    const nets = [made(4, 1), made(2, 2), made(7, 3)];
    const input = Float32Array.of(0.3, -1, 2, 0, 0.7);
    const each = nets.map((net) => netScores(net, input));
    const joined = netScores(joinedNet(nets), input);
    expect(joined).toHaveLength(3);
    joined.forEach((score, label) => {
      const mean = each.reduce((sum, scores) => sum + (scores[label] ?? Number.NaN), 0) / nets.length;
      expect(score).toBeCloseTo(mean, 5);
    });
  });
});
