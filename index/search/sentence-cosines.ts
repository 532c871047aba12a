import { dot } from '../vector/vector-table.js';
import { centredLength, centreOf } from './centring.js';
import type { SearchIndex } from './search-index.js';

/** The centred cosines of a question with the sentences of an item's answer, in their order; empty without sentences. */
export type SentenceCosines = (item: number) => Float32Array;

/**
 * Compares a question with single sentences. Their rows may stand on disk, so nothing is computed beforehand: it is asked
 * for some dozen items a question.
 */
export function createSentenceCosines(
  index: SearchIndex,
  meanVector: Float32Array | null,
): (vector: Float32Array) => SentenceCosines {
  const centre = centreOf(index.corpusMean, index.items, meanVector);
  const centreSquare = dot(centre, centre);
  const { sentences, firstSentenceOfItem } = index;

  return (vector) => {
    const projection = dot(vector, centre);
    const length = centredLength(projection, centreSquare);
    return (item) => {
      const start = firstSentenceOfItem[item] ?? 0;
      const count = (firstSentenceOfItem[item + 1] ?? start) - start;
      if (count === 0) return new Float32Array();
      const products = sentences.dots(vector, start, count);
      const projections = sentences.dots(centre, start, count);
      return products.map((product, place) => {
        const own = projections[place] as number;
        return (product - own - projection + centreSquare) / (length * centredLength(own, centreSquare));
      });
    };
  };
}
