import type { Bm25Query } from '../lexical/bm25.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/**
 * The lexical part of the score: `.12 (words of question + words of question and answer) + .08 trigrams of question`, each
 * a BM25 as a share of the question's idf mass.
 *
 * @returns the score by place in `wordings`, which are ascending
 */
export function createLexicalScores(
  index: SearchIndex,
): (
  words: readonly string[],
  trigrams: readonly string[],
  wordings: Uint32Array,
) => (place: number) => number {
  const { weights } = RECIPE;
  return (words, trigrams, wordings) => {
    const isAll = wordings.length === index.itemOfWording.length;
    const scoresOf = (query: Bm25Query) => (isAll ? query.scoreAll() : query.scoreEach(wordings));
    const question = scoresOf(index.questionWords.query(words));
    const item = scoresOf(index.itemWords.query(words));
    const trigram = scoresOf(index.questionTrigrams.query(trigrams));
    return (place) =>
      weights.words * ((question[place] ?? 0) + (item[place] ?? 0)) +
      weights.trigrams * (trigram[place] ?? 0);
  };
}
