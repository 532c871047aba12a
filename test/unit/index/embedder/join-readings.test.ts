import { describe, expect, it } from 'vitest';
import { joinReadings } from '../../../../index/embedder/join-readings.js';

const reading = (vector: readonly number[], ids: readonly number[], wordOfToken: readonly number[]) => ({
  vector: Float32Array.from(vector),
  layers: Float32Array.from(vector),
  tokens: {
    ids: Uint32Array.from(ids),
    rows: Int8Array.from(ids.flatMap((id) => [id, -id])),
    wordOfToken: Uint32Array.from(wordOfToken),
  },
});
const first = reading([1, 0], [7, 8, 9], [0, 0, 1]);

describe('the reading of two texts', () => {
  it('has the tokens of both, and goes on counting their words', () => {
    const { tokens } = joinReadings(first, reading([0, 1], [5, 6], [0, 1]));
    expect(tokens && [...tokens.ids]).toEqual([7, 8, 9, 5, 6]);
    expect(tokens && [...tokens.rows]).toEqual([7, -7, 8, -8, 9, -9, 5, -5, 6, -6]);
    expect(tokens && [...tokens.wordOfToken]).toEqual([0, 0, 1, 2, 3]);
  });

  it('has a vector of unit length between both, nearer to the second', () => {
    const { vector } = joinReadings(first, reading([0, 1], [5], [0]));
    expect(Math.hypot(...vector)).toBeCloseTo(1);
    expect(vector[1]).toBeGreaterThan(vector[0] as number);
    expect(vector[0]).toBeGreaterThan(0);
  });

  it('has inner layers between those of both', () => {
    const { layers } = joinReadings(reading([2, 2], [7], [0]), reading([2, 7], [5], [0]));
    expect([...layers]).toEqual([2, 5]);
  });

  it('is that of the other where one has no words', () => {
    expect(joinReadings(reading([0, 0], [], []), first).tokens).toEqual(first.tokens);
  });

  it('has no tokens where one of them was read without', () => {
    expect(joinReadings({ ...first, tokens: null }, first).tokens).toBeNull();
  });
});
