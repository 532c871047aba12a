import { createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** How near a wording of an item is to a question, by centred cosines. */
export interface DenseScore {
  readonly question: number;
  /** With the passage; that with the question where the item has none. */
  readonly passage: number;
  /** `.5 question + .5 passage`, from -1 to 1. */
  readonly dense: number;
}

/** Dense scores of a question, by item and wording. */
export type DenseScores = (item: number, wording: number) => DenseScore;

export function createDenseScores(
  index: Pick<SearchIndex, 'questions' | 'passages' | 'passageOfItem'>,
  centre: Float32Array,
): (vector: Float32Array) => DenseScores {
  const questions = createCentredTable(index.questions, centre);
  const passages = createCentredTable(index.passages, centre);
  const { weights } = RECIPE;
  return (vector) => {
    const questionCosine = questions.query(vector);
    const passageCosine = passages.query(vector);
    // Wordings of an item stand together: its passage is compared once.
    let known = { row: -1, cosine: 0 };
    return (item, wording) => {
      const row = index.passageOfItem[item] ?? -1;
      const question = questionCosine(wording);
      if (row >= 0 && row !== known.row) known = { row, cosine: passageCosine(row) };
      const passage = row < 0 ? question : known.cosine;
      return { question, passage, dense: weights.question * question + weights.passage * passage };
    };
  };
}
