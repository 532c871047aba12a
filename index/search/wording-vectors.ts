import { dot, type VectorTable } from '../vector/vector-table.js';
import { RECIPE } from './recipe.js';

/** What a graph is built over. */
type WordingVectors = Pick<VectorTable, 'size' | 'dimensions' | 'row'>;

/** The vectors of one model, uncentred. */
interface ModelVectors {
  /** One row a wording. */
  readonly questions: VectorTable;
  readonly passages: VectorTable;
  /** The row in `passages` for each row in `questions`; -1 for a wording of an item without answer text. */
  readonly passageOfRow: Int32Array;
}

/**
 * One vector a wording, `.5 c(question) / |c(question)| + .5 c(passage) / |c(passage)|` with `c(v) = v - centre`: its inner
 * product with a centred question is the dense score that a search ranks by (see dense-scores), up to the length of the
 * centred question. So one graph over these proposes what two graphs, of questions and of passages, each see half of.
 */
export function createWordingVectors(
  { questions, passages, passageOfRow }: ModelVectors,
  centre: Float32Array,
): WordingVectors {
  const { weights } = RECIPE;
  return {
    size: questions.size,
    dimensions: questions.dimensions,
    row(row) {
      const question = centred(questions.row(row), centre);
      const passage = passageOfRow[row] ?? -1;
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
