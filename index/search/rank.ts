import type { Bm25Query } from '../lexical/bm25.js';
import { trigramsOf, wordsOf } from '../lexical/tokenize.js';
import { centreOf, createCentredTable } from './centring.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** A question as the ranking reads it. */
export interface RankQuery {
  readonly text: string;
  /** Unit length, uncentred. */
  readonly vector: Float32Array;
}

/** The scores of an item by its best wording. They never leave index/search. */
export interface RankedItem {
  readonly item: number;
  /** Mean of the two centred cosines, from -1 to 1. */
  readonly dense: number;
  /** Dense and lexical parts together. */
  readonly fused: number;
}

export interface RankOptions {
  /** Items that are not to be found. */
  readonly isHidden?: (item: number) => boolean;
  /** `scan` scores everything, `propose` only candidates; by the size of the release where not given. */
  readonly mode?: 'scan' | 'propose';
}

export type Rank = (query: RankQuery, options?: RankOptions) => RankedItem[];

/**
 * Makes the ranking of a release: candidates come from uncentred vectors and full text, the exact score decides.
 *
 * `D = .5 cos(c(q), c(question)) + .5 cos(c(q), c(passage))`, the question's twice where there is no passage;
 * `F = D + .15 (BM25 words of question + BM25 words of question and answer) + .10 BM25 trigrams of question`.
 *
 * The returned function gives each item once, by its best wording, best first.
 */
export function createRank(index: SearchIndex, meanVector: Float32Array | null): Rank {
  const centre = centreOf(index.corpusMean, index.items, meanVector);
  const questions = createCentredTable(index.questions, centre);
  const passages = createCentredTable(index.passages, centre);
  const wordings = index.itemOfWording.length;
  const { weights, candidates } = RECIPE;

  return (query, options = {}) => {
    const words = wordsOf(query.text);
    const trigrams = trigramsOf(query.text);
    const isScan = (options.mode ?? (wordings <= candidates.scanUpTo ? 'scan' : 'propose')) === 'scan';
    const found = isScan ? allItems(index) : proposedItems(index, query.vector, words, trigrams);
    const items = options.isHidden ? found.filter((item) => !options.isHidden?.(item)) : found;
    const questionCosine = questions.query(query.vector);
    const passageCosine = passages.query(query.vector);
    const lexical = lexicalScores(index, words, trigrams, isScan ? null : wordingsOf(index, items));

    let place = 0;
    const ranked = items.map((item) => {
      const passage = index.passageOfItem[item] ?? -1;
      const passagePart = passage < 0 ? null : passageCosine(passage);
      const start = index.firstWordingOfItem[item] ?? 0;
      const end = index.firstWordingOfItem[item + 1] ?? 0;
      if (isScan) place = start;
      let best: RankedItem = { item, dense: 0, fused: Number.NEGATIVE_INFINITY };
      for (let wording = start; wording < end; wording++) {
        const questionPart = questionCosine(wording);
        const dense = weights.question * questionPart + weights.passage * (passagePart ?? questionPart);
        const fused = dense + lexical(place++);
        if (fused > best.fused) best = { item, dense, fused };
      }
      return best;
    });
    return ranked.sort((left, right) => right.fused - left.fused || left.item - right.item);
  };
}

/** The lexical part of the score by place in `wordings`; null for all of them. */
function lexicalScores(
  index: SearchIndex,
  words: readonly string[],
  trigrams: readonly string[],
  wordings: Uint32Array | null,
): (place: number) => number {
  const scoresOf = (query: Bm25Query) => (wordings ? query.scoreEach(wordings) : query.scoreAll());
  const question = scoresOf(index.questionWords.query(words));
  const item = scoresOf(index.itemWords.query(words));
  const trigram = scoresOf(index.questionTrigrams.query(trigrams));
  const { weights } = RECIPE;
  return (place) =>
    weights.words * ((question[place] ?? 0) + (item[place] ?? 0)) + weights.trigrams * (trigram[place] ?? 0);
}

function allItems(index: SearchIndex): number[] {
  return Array.from({ length: index.items }, (_, item) => item);
}

/** Items of which anything was proposed, ascending; all their wordings are scored. */
function proposedItems(
  index: SearchIndex,
  vector: Float32Array,
  words: readonly string[],
  trigrams: readonly string[],
): number[] {
  const { neighbours, fullText } = RECIPE.candidates;
  const { proposals } = index;
  const wordings = [
    ...proposals.questions.search(vector, neighbours).map(({ label }) => label),
    ...proposals.byWords(words, fullText),
    ...proposals.byTrigrams(trigrams, fullText),
  ];
  const found = new Set(wordings.map((wording) => index.itemOfWording[wording] ?? 0));
  for (const { label } of proposals.passages.search(vector, neighbours)) {
    found.add(index.itemOfPassage[label] ?? 0);
  }
  return [...found].sort((left, right) => left - right);
}

/** The wordings of items, ascending as the items are. */
function wordingsOf(index: SearchIndex, items: readonly number[]): Uint32Array {
  const wordings: number[] = [];
  for (const item of items) {
    const end = index.firstWordingOfItem[item + 1] ?? 0;
    for (let wording = index.firstWordingOfItem[item] ?? 0; wording < end; wording++) wordings.push(wording);
  }
  return Uint32Array.from(wordings);
}
