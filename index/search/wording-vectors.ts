import { dot, type VectorTable } from '../vector/vector-table.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What a graph is built over. */
export type WordingVectors = Pick<VectorTable, 'size' | 'dimensions' | 'row'>;

/**
 * One vector a wording, `.5 c(question) / |c(question)| + .5 c(passage) / |c(passage)|` with `c(v) = v - centre`: its inner
 * product with a centred question is the dense score that a search ranks by (see dense-scores), up to the length of the
 * centred question. So one graph over these proposes what two graphs, of questions and of passages, each see half of.
 */
export function createWordingVectors(
  index: Pick<SearchIndex, 'questions' | 'passages' | 'itemOfWording' | 'passageOfItem'>,
  centre: Float32Array,
): WordingVectors {
  const { questions, passages, itemOfWording, passageOfItem } = index;
  const { weights } = RECIPE;
  return {
    size: questions.size,
    dimensions: questions.dimensions,
    row(wording) {
      const passage = passageOfItem[itemOfWording[wording] ?? 0] ?? -1;
      const question = centred(questions.row(wording), centre);
      if (passage < 0) return question;
      const other = centred(passages.row(passage), centre);
      return question.map((value, axis) => weights.question * value + weights.passage * (other[axis] ?? 0));
    },
  };
}

/** `(v - centre) / |v - centre|`; zeros for a vector that is the centre. */
function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  const moved = vector.map((value, axis) => value - (centre[axis] ?? 0));
  const length = Math.sqrt(dot(moved, moved));
  return length === 0 ? moved : moved.map((value) => value / length);
}
