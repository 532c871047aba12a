import hnswlib from 'hnswlib-node';
import type { VectorIndex } from './vector-index.js';
import type { VectorTable } from './vector-table.js';

/** Links of a vector in the graph, care taken while building, and a fixed seed so that a build can be repeated. */
const GRAPH = { links: 16, construction: 200, seed: 100 } as const;

/** So many vectors are added, each about a millisecond, before others in the process get a turn. */
const ADDED_AT_ONCE = 10;

/**
 * Builds a hierarchical navigable small-world graph over a table and writes it to a file; labels are row numbers.
 * This file is the one door to hnswlib.
 * Source: Malkov & Yashunin, "Efficient and robust approximate nearest neighbor search using HNSW graphs", 2016.
 */
export async function writeGraphIndex(
  path: string,
  table: Pick<VectorTable, 'size' | 'dimensions' | 'row'>,
): Promise<void> {
  const graph = new hnswlib.HierarchicalNSW('ip', table.dimensions);
  graph.initIndex(Math.max(1, table.size), GRAPH.links, GRAPH.construction, GRAPH.seed);
  for (let label = 0; label < table.size; label++) {
    graph.addPoint(Array.from(table.row(label)), label);
    if (label % ADDED_AT_ONCE === ADDED_AT_ONCE - 1) await new Promise(setImmediate);
  }
  await graph.writeIndex(path);
}

/** What changes in a graph; vectors that stay keep their labels. */
interface GraphChange {
  /** Labels of vectors that are found no more. They stay in the graph as ways to others. */
  readonly gone: readonly number[];
  /** Labels that were never used, with their vectors. */
  readonly added: readonly { readonly label: number; readonly vector: Float32Array }[];
}

/** Copies a graph with changes, in a time that grows with these and with reading and writing the file. */
export async function changeGraphIndex(
  from: string,
  to: string,
  dimensions: number,
  { gone, added }: GraphChange,
): Promise<void> {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  await graph.readIndex(from);
  for (const label of gone) graph.markDelete(label);
  const size = graph.getCurrentCount() + added.length;
  if (size > graph.getMaxElements()) graph.resizeIndex(size);
  for (const [place, { label, vector }] of added.entries()) {
    graph.addPoint(Array.from(vector), label);
    if (place % ADDED_AT_ONCE === ADDED_AT_ONCE - 1) await new Promise(setImmediate);
  }
  await graph.writeIndex(to);
}

/**
 * Opens a graph that was written before; it is read into memory.
 * @param live how many of its vectors are found, where not all of them are
 */
export async function readGraphIndex(
  path: string,
  dimensions: number,
  live = Number.POSITIVE_INFINITY,
): Promise<VectorIndex> {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  await graph.readIndex(path);
  const size = Math.min(live, graph.getCurrentCount());
  return {
    size,
    search(vector, count, isWanted) {
      const wanted = Math.min(count, size);
      if (wanted === 0) return [];
      // The width of the search must not be below what is asked for; twice as wide finds nearly all of them.
      graph.setEf(Math.max(64, 2 * wanted));
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted, isWanted);
      return neighbors.map((label, place) => ({ label, product: 1 - (distances[place] ?? 1) }));
    },
  };
}
