import type { PackedTable } from '../vector/packed-table.js';
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
  const projectionsOf = createProjections(sentences, centre);
  return (vector) => {
    const cosine = centring.query(vector);
    return (item) => {
      const start = firstSentenceOfItem[item] ?? 0;
      const count = (firstSentenceOfItem[item + 1] ?? start) - start;
      if (count === 0) return new Float32Array();
      const cosines = sentences.dots(vector, start, count);
      const projections = projectionsOf(start, count);
      for (let at = 0; at < count; at++) {
        cosines[at] = cosine(cosines[at] as number, projections[at] as number);
      }
      return cosines;
    };
  };
}

/** The inner products of sentences with the centre, each computed when it is first wanted. */
function createProjections(sentences: PackedTable, centre: Float32Array) {
  const known = new Float32Array(sentences.size).fill(Number.NaN);
  return (start: number, count: number): Float32Array => {
    // Sentences of an item are asked for together.
    if (Number.isNaN(known[start])) known.set(sentences.dots(centre, start, count), start);
    return known.subarray(start, start + count);
  };
}
