import { createCentring } from './centring.js';
import type { SearchIndex } from './search-index.js';

/** The centred cosines of a question with the sentences of an item's answer, in their order; empty without sentences. */
export type SentenceCosines = (item: number) => Float32Array;

/**
 * Compares a question with single sentences. Their rows may stand on disk, so nothing is computed beforehand: it is asked
 * for some dozen items a question.
 */
export function createSentenceCosines(
  { sentences, firstSentenceOfItem }: Pick<SearchIndex, 'sentences' | 'firstSentenceOfItem'>,
  centre: Float32Array,
): (vector: Float32Array) => SentenceCosines {
  const centring = createCentring(centre);
  return (vector) => {
    const cosine = centring.query(vector);
    return (item) => {
      const start = firstSentenceOfItem[item] ?? 0;
      const count = (firstSentenceOfItem[item + 1] ?? start) - start;
      if (count === 0) return new Float32Array();
      const projections = sentences.dots(centre, start, count);
      return sentences
        .dots(vector, start, count)
        .map((product, place) => cosine(product, projections[place] as number));
    };
  };
}
