import { mkdtempSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createPackedWriter,
  openPackedTable,
  type PackedTable,
} from '../../../../index/vector/packed-table.js';
import { dot } from '../../../../index/vector/vector-table.js';
import { fc } from '../../../support/properties.js';

const places: readonly [string, number][] = [
  ['in memory', Number.POSITIVE_INFINITY],
  ['on disk', 0],
];

describe.each(places)('a packed table %s', (_, inMemoryUpToBytes) => {
  it('gives back every vector, nearly', () => {
    const vector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 300 }), vector, (rows, asked) => {
        const vectors = rows.map((row) => Float32Array.from(row));
        const table = opened(vectors, 5);
        const question = Float32Array.from(asked);
        expect(table.size).toBe(vectors.length);
        expect([...table.dots(question, 0, table.size)]).toEqual(
          vectors.map((each, at) => {
            // Half a step a number is the most that rounding moves.
            const step = Math.max(...each.map(Math.abs)) / 127;
            expectNear(table.row(at), each, step / 2 + 1e-6);
            expect(Math.abs(table.dot(question, at) - dot(question, each))).toBeLessThan(2.6 * step + 1e-5);
            return Math.fround(table.dot(question, at));
          }),
        );
        table.close();
      }),
    );
  });

  it('reads a range from its middle', () => {
    const table = opened([of(1, 0, 0), of(0, 1, 0), of(0, 0, 1), of(-1, 0, 0)], 3);
    expect([...table.dots(of(0, 0.5, 2), 1, 2)]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(2, 6)]);
    expect([...table.dots(of(0, 0.5, 2), 4, 0)]).toEqual([]);
    expect(table.dot(of(3, 0, 0), 3)).toBeCloseTo(-3, 6);
    table.close();
  });

  it('keeps a vector of zeros', () => {
    const table = opened([of(0, 0, 0)], 3);
    expect([...table.row(0)]).toEqual([0, 0, 0]);
    expect(table.dot(of(1, 1, 1), 0)).toBe(0);
    table.close();
  });

  it('is empty when nothing was added', () => {
    const table = opened([], 3);
    expect(table.size).toBe(0);
    expect([...table.dots(of(1, 0, 0), 0, 0)]).toEqual([]);
    table.close();
  });

  it.each([
    [-1, 1],
    [2, 1],
    [1, 2],
  ])('refuses rows that are not there: %i and %i more', (fromRow, count) => {
    const table = opened([of(1, 0, 0), of(0, 1, 0)], 3);
    expect(() => table.dots(of(1, 0, 0), fromRow, count)).toThrow(
      expect.objectContaining({ code: 'VECTORS_UNREADABLE', facts: expect.objectContaining({ rows: 2 }) }),
    );
    table.close();
    table.close();
  });

  function opened(vectors: readonly Float32Array[], dimensions: number): PackedTable {
    return openPackedTable(written(vectors, dimensions), dimensions, { inMemoryUpToBytes });
  }
});

describe('a packed table', () => {
  it('takes a byte a number and four a row', () => {
    const path = written([of(1, 0, 0, 0), of(0, 1, 0, 0)], 4);
    expect(statSync(path).size).toBe(16);
    expect([...readFileSync(path).subarray(4, 8)]).toEqual([127, 0, 0, 0]);
  });

  it('says so when its file shrinks under it', () => {
    const path = written([of(1, 0, 0), of(0, 1, 0)], 3);
    const table = openPackedTable(path, 3, { inMemoryUpToBytes: 0 });
    truncateSync(path, 8);
    expect(table.dot(of(1, 0, 0), 0)).toBeCloseTo(1, 6);
    expect(() => table.dot(of(1, 0, 0), 1)).toThrow(expect.objectContaining({ code: 'VECTORS_UNREADABLE' }));
    table.close();
  });

  it('takes no row of a build that was cut off', () => {
    const path = written([of(1, 0, 0), of(0, 1, 0)], 3);
    truncateSync(path, 12);
    expect(openPackedTable(path, 3).size).toBe(1);
  });
});

function written(vectors: readonly Float32Array[], dimensions: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'packed-')), 'x.i8');
  const writer = createPackedWriter(path, dimensions);
  vectors.forEach(writer.add);
  writer.close();
  writer.close();
  return path;
}

function of(...numbers: number[]): Float32Array {
  return Float32Array.from(numbers);
}

function expectNear(actual: Float32Array, expected: Float32Array, distance: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((number, at) => {
    expect(Math.abs(number - (expected[at] ?? Number.NaN))).toBeLessThanOrEqual(distance);
  });
}
