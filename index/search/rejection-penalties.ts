import { createVectorTable } from '../vector/vector-table.js';
import { createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What an item loses for a question, 0 for most. */
export type RejectionPenalties = ReadonlyMap<number, number>;

/**
 * Lowers items for questions like those for which somebody rejected them: by `.2 * weight` for the very same question,
 * falling to nothing at a centred cosine of .6.
 */
export function createRejectionPenalties(
  { rejections, questions }: Pick<SearchIndex, 'rejections' | 'questions'>,
  centre: Float32Array,
): (vector: Float32Array) => RejectionPenalties {
  const { items, weights, vectors } = rejections;
  const { most, from } = RECIPE.rejection;
  const rejected = createCentredTable(createVectorTable(vectors, questions.dimensions), centre);

  return (vector) => {
    const penalties = new Map<number, number>();
    const cosineOf = rejected.query(vector);
    for (let at = 0; at < items.length; at++) {
      const cosine = cosineOf(at);
      if (cosine <= from) continue;
      const item = items[at] as number;
      const penalty = (most * (weights[at] as number) * (cosine - from)) / (1 - from);
      penalties.set(item, Math.max(penalties.get(item) ?? 0, penalty));
    }
    return penalties;
  };
}
