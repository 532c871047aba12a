import hnswlib from 'hnswlib-node';
import type { VectorIndex } from './vector-index.js';
import type { VectorTable } from './vector-table.js';

/** Links of a vector in the graph, care taken while building, and a fixed seed so that a build can be repeated. */
const GRAPH = { links: 16, construction: 200, seed: 100 } as const;

/** How many vectors are added before others get a turn. */
const ADDED_AT_ONCE = 250;

/**
 * Builds a hierarchical navigable small-world graph over a table and writes it to a file; labels are row numbers.
 * This file is the one door to hnswlib.
 * Source: Malkov & Yashunin, "Efficient and robust approximate nearest neighbor search using HNSW graphs", 2016.
 */
export async function writeGraphIndex(path: string, table: VectorTable): Promise<void> {
  const graph = new hnswlib.HierarchicalNSW('cosine', table.dimensions);
  graph.initIndex(Math.max(1, table.size), GRAPH.links, GRAPH.construction, GRAPH.seed);
  for (let label = 0; label < table.size; label++) {
    graph.addPoint(Array.from(table.row(label)), label);
    if (label % ADDED_AT_ONCE === ADDED_AT_ONCE - 1) await new Promise(setImmediate);
  }
  graph.writeIndexSync(path);
}

/** Opens a graph that was written before; it is read into memory. */
export function readGraphIndex(path: string, dimensions: number): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW('cosine', dimensions);
  graph.readIndexSync(path);
  const size = graph.getCurrentCount();
  return {
    size,
    search(vector, count) {
      const wanted = Math.min(count, size);
      if (wanted === 0) return [];
      // The width of the search must not be below what is asked for; twice as wide finds nearly all of them.
      graph.setEf(Math.max(64, 2 * wanted));
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted);
      return neighbors.map((label, place) => ({ label, cosine: 1 - (distances[place] ?? 1) }));
    },
  };
}
