import type { Bm25Query } from '../lexical/bm25.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** The lexical parts of a wording's score, each a BM25 as a share of the question's idf mass. */
export interface LexicalScore {
  /** Words of the wording. */
  readonly words: number;
  /** Words of the wording and of the answer. */
  readonly itemWords: number;
  /** Trigrams of the wording. */
  readonly trigrams: number;
  /** `.12 (words + itemWords) + .08 trigrams`. */
  readonly score: number;
}

/** @returns the scores by place in `wordings`, which are ascending */
export function createLexicalScores(
  index: SearchIndex,
): (
  words: readonly string[],
  trigrams: readonly string[],
  wordings: Uint32Array,
) => (place: number) => LexicalScore {
  const { weights } = RECIPE;
  return (asked, askedTrigrams, wordings) => {
    const isAll = wordings.length === index.itemOfWording.length;
    const scoresOf = (query: Bm25Query) => (isAll ? query.scoreAll() : query.scoreEach(wordings));
    const question = scoresOf(index.questionWords.query(asked));
    const item = scoresOf(index.itemWords.query(asked));
    const trigram = scoresOf(index.questionTrigrams.query(askedTrigrams));
    return (place) => {
      const words = question[place] ?? 0;
      const itemWords = item[place] ?? 0;
      const trigrams = trigram[place] ?? 0;
      const score = weights.words * (words + itemWords) + weights.trigrams * trigrams;
      return { words, itemWords, trigrams, score };
    };
  };
}
