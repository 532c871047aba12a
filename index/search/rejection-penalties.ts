import { dot } from '../vector/vector-table.js';
import { centredLength, centreOf } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What an item loses for a question, 0 for most. */
export type RejectionPenalties = ReadonlyMap<number, number>;

/**
 * Lowers items for questions like those for which somebody rejected them: by `.2 * weight` for the very same question,
 * falling to nothing at a centred cosine of .6.
 */
export function createRejectionPenalties(
  index: SearchIndex,
  meanVector: Float32Array | null,
): (vector: Float32Array) => RejectionPenalties {
  const { items, weights, vectors } = index.rejections;
  const dimensions = index.questions.dimensions;
  const { most, from } = RECIPE.rejection;
  const centre = centreOf(index.corpusMean, index.items, meanVector);
  const centreSquare = dot(centre, centre);

  return (vector) => {
    const penalties = new Map<number, number>();
    const projection = dot(vector, centre);
    const length = centredLength(projection, centreSquare);
    for (let at = 0; at < items.length; at++) {
      const rejected = vectors.subarray(at * dimensions, (at + 1) * dimensions);
      const own = dot(rejected, centre);
      const cosine =
        (dot(vector, rejected) - own - projection + centreSquare) /
        (length * centredLength(own, centreSquare));
      if (cosine <= from) continue;
      const item = items[at] as number;
      const penalty = (most * (weights[at] as number) * (cosine - from)) / (1 - from);
      penalties.set(item, Math.max(penalties.get(item) ?? 0, penalty));
    }
    return penalties;
  };
}
