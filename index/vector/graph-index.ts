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

/** Opens a graph that was written before; it is read into memory. */
export async function readGraphIndex(path: string, dimensions: number): Promise<VectorIndex> {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  await graph.readIndex(path);
  const size = graph.getCurrentCount();
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
