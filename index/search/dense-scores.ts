import { centreOf, createCentredTable } from './centring.js';
import type { RankQuery } from './rank-query.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** The dense parts of the score of one wording. */
export interface DenseScore {
  /** The main model's: mean of the centred cosines with question and passage. */
  readonly main: number;
  /** How much of the dense score the main model has: 1, less where the companion has a part. */
  readonly share: number;
  /** Both together, from -1 to 1. */
  readonly dense: number;
}

/** Dense scores of a question, by item and wording. */
export type DenseScores = (item: number, wording: number) => DenseScore;

/**
 * `E = .5 cos(c(q), c(question)) + .5 cos(c(q), c(passage))`, the question's twice where there is no passage; `M` the same
 * with the companion model. `D = .5 E + .5 M` where question and item are both in the companion's language, else `E`.
 */
export function createDenseScores(
  index: SearchIndex,
  centre: Float32Array,
): (query: RankQuery) => DenseScores {
  const { companion } = index;
  const questions = createCentredTable(index.questions, centre);
  const passages = createCentredTable(index.passages, centre);
  const other = companion && companionTables(companion);
  const { weights } = RECIPE;

  return ({ vector, companionVector }) => {
    const questionCosine = questions.query(vector);
    const passageCosine = passages.query(vector);
    const otherQuestion = companionVector && other?.questions.query(companionVector);
    const otherPassage = companionVector && other?.passages.query(companionVector);

    return (item, wording) => {
      const passage = index.passageOfItem[item] ?? -1;
      const question = questionCosine(wording);
      const main =
        weights.question * question + weights.passage * (passage < 0 ? question : passageCosine(passage));
      const row = companion?.rowOfWording[wording] ?? -1;
      if (row < 0 || !otherQuestion || !otherPassage) return { main, share: 1, dense: main };
      const passageRow = companion?.rowOfItem[item] ?? -1;
      const otherCosine = otherQuestion(row);
      const second =
        weights.question * otherCosine +
        weights.passage * (passageRow < 0 ? otherCosine : otherPassage(passageRow));
      const share = 1 - weights.companion;
      return { main, share, dense: share * main + weights.companion * second };
    };
  };
}

function companionTables(companion: NonNullable<SearchIndex['companion']>) {
  const { questions, passages, corpusMean } = companion;
  // The companion brings no mean of its own.
  const centre = centreOf(corpusMean, passages.size || questions.size, null);
  return { questions: createCentredTable(questions, centre), passages: createCentredTable(passages, centre) };
}
