import { describe, expect, it } from 'vitest';
import { centreOf, createCentredTable } from '../../../../index/search/centring.js';
import { createVectorTable } from '../../../../index/vector/vector-table.js';
import { fc } from '../../../support/properties.js';

describe('centreOf', () => {
  it('leans on the model’s own mean while the corpus is small', () => {
    const [corpus, own] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    expect([...centreOf(corpus, 10, own)].map(rounded)).toEqual([0.4, 0.4]);
    expect([...centreOf(corpus, 990, own)].map(rounded)).toEqual([0.792, 0.008]);
    expect([...centreOf(corpus, 0, own)].map(rounded)).toEqual([0, 0.8]);
    expect([...centreOf(corpus, 10, null)].map(rounded)).toEqual([0.4, 0]);
  });
});

describe('createCentredTable', () => {
  it('gives the cosine of the vectors with the centre taken off', () => {
    const vector = fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 })
      .filter((numbers) => numbers.some((number) => number !== 0))
      .map((numbers) => Float32Array.from(numbers, (number) => number / Math.hypot(...numbers)));
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), vector, vector, (rows, query, mean) => {
        const centre = mean.map((number) => number * 0.6);
        const table = createVectorTable(Float32Array.from(rows.flatMap((row) => [...row])), 5);
        const cosine = createCentredTable(table, centre).query(query);
        rows.forEach((row, at) => {
          expect(cosine(at)).toBeCloseTo(naiveCosine(query, row, centre), 4);
        });
      }),
    );
  });

  it('gives a vector that is the centre no direction', () => {
    const table = createVectorTable(Float32Array.of(1, 0), 2);
    const cosine = createCentredTable(table, Float32Array.of(1, 0)).query(Float32Array.of(0, 1));
    expect(Number.isFinite(cosine(0))).toBe(true);
  });
});

function naiveCosine(left: Float32Array, right: Float32Array, centre: Float32Array): number {
  const a = [...left].map((value, axis) => value - (centre[axis] ?? 0));
  const b = [...right].map((value, axis) => value - (centre[axis] ?? 0));
  const product = a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
  return product / (Math.hypot(...a) * Math.hypot(...b));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
