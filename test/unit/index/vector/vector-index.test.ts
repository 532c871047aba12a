import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../index/platform/random.js';
import { readGraphIndex, writeGraphIndex } from '../../../../index/vector/graph-index.js';
import type { VectorIndex } from '../../../../index/vector/vector-index.js';
import { createVectorTable, type VectorTable } from '../../../../index/vector/vector-table.js';
import { fc } from '../../../support/properties.js';
import { createScanIndex } from '../../../support/scan-index.js';

const openers: readonly [string, (table: VectorTable) => Promise<VectorIndex>][] = [
  ['the scan', async (table) => createScanIndex(table)],
  ['the graph', openGraph],
];

describe.each(openers)('%s as a vector index', (_, open) => {
  it('finds the nearest first, with their products', async () => {
    const index = await open(tableOf([unit(1, 0, 0), unit(0, 1, 0), unit(1, 1, 0), unit(-1, 0, 0)]));
    const found = index.search(unit(1, 0.2, 0), 3);
    expect(found.map(({ label }) => label)).toEqual([0, 2, 1]);
    expect(found[0]?.product).toBeCloseTo(1 / Math.hypot(1, 0.2), 5);
    expect(index.size).toBe(4);
  });

  it('gives all it has when asked for more', async () => {
    const index = await open(tableOf([unit(1, 0, 0), unit(0, 1, 0)]));
    expect(index.search(unit(1, 0, 0), 10)).toHaveLength(2);
  });

  it('finds nothing when empty', async () => {
    const index = await open(createVectorTable(new Float32Array(), 3));
    expect(index.search(unit(1, 0, 0), 5)).toEqual([]);
    expect(index.size).toBe(0);
  });
});

describe('the graph beside the scan', () => {
  it('finds nearly all that the scan finds', async () => {
    const random = randomNumbers(7);
    const table = tableOf(Array.from({ length: 3_000 }, () => unit(...take(random, 32))));
    const [scan, graph] = [createScanIndex(table), await openGraph(table)];
    let found = 0;
    for (let query = 0; query < 50; query++) {
      const vector = unit(...take(random, 32));
      const labels = new Set(graph.search(vector, 100).map(({ label }) => label));
      found += scan.search(vector, 10).filter(({ label }) => labels.has(label)).length;
    }
    expect(found / 500).toBeGreaterThanOrEqual(0.99);
  });

  it('finds nearly all of those that are wanted, where others do not count', async () => {
    const random = randomNumbers(8);
    const table = tableOf(Array.from({ length: 1_500 }, () => unit(...take(random, 16))));
    const [scan, graph] = [createScanIndex(table), await openGraph(table)];
    const isWanted = (label: number) => label % 20 === 0;
    let found = 0;
    for (let query = 0; query < 20; query++) {
      const vector = unit(...take(random, 16));
      const labels = graph.search(vector, 30, isWanted).map(({ label }) => label);
      expect(labels.filter((label) => !isWanted(label))).toEqual([]);
      const wanted = scan.search(vector, 1_500).filter(({ label }) => isWanted(label));
      found += wanted.slice(0, 10).filter(({ label }) => labels.includes(label)).length;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.98);
  });

  it('agrees with it on small tables of any kind', async () => {
    const vectors = fc.array(fc.tuple(axis(), axis(), axis()), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(vectors, fc.tuple(axis(), axis(), axis()), async (rows, query) => {
        const table = tableOf(rows.map((row) => unit(...row)));
        const graph = await openGraph(table);
        const products = (index: VectorIndex) =>
          index.search(unit(...query), 5).map(({ product }) => product);
        const exact = products(createScanIndex(table));
        expect(products(graph)).toEqual(exact.map((product) => expect.closeTo(product, 4)));
      }),
      { numRuns: 30 },
    );
  });
});

async function openGraph(table: VectorTable): Promise<VectorIndex> {
  const path = join(mkdtempSync(join(tmpdir(), 'graph-')), 'x.hnsw');
  await writeGraphIndex(path, table);
  return readGraphIndex(path, table.dimensions);
}

function tableOf(vectors: readonly Float32Array[]): VectorTable {
  return createVectorTable(
    Float32Array.from(vectors.flatMap((vector) => [...vector])),
    vectors[0]?.length ?? 1,
  );
}

function unit(...numbers: number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

function axis() {
  return fc.integer({ min: 1, max: 100 });
}

/** Around zero, and the same in every run. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (const random = mulberry32(seed); ; ) yield random() - 0.5;
}

function take(numbers: Generator<number, never>, count: number): number[] {
  return Array.from({ length: count }, () => numbers.next().value);
}
