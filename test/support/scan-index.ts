import type { VectorIndex } from '../../index/vector/vector-index.js';
import type { VectorTable } from '../../index/vector/vector-table.js';

/** Compares with every vector: exact, the twin that the graph index is tested against. */
export function createScanIndex(table: VectorTable): VectorIndex {
  return {
    size: table.size,
    search(vector, count) {
      const neighbours = Array.from({ length: table.size }, (_, label) => ({
        label,
        product: table.dot(vector, label),
      }));
      return neighbours
        .sort((left, right) => right.product - left.product || left.label - right.label)
        .slice(0, count);
    },
  };
}
