import type { Bm25 } from '../lexical/bm25.js';
import type { PackedTable } from '../vector/packed-table.js';
import type { VectorTable } from '../vector/vector-table.js';
import type { RankQuery } from './rank-query.js';

/**
 * What a search reads of a release. Items, wordings and passages are numbered from 0. A wording is the question of an
 * item or one of its phrasings; those of an item stand together, its question first.
 */
export interface SearchIndex {
  readonly items: number;
  readonly itemOfWording: Uint32Array;
  /** The first wording of each item, and the number of wordings at the end. */
  readonly firstWordingOfItem: Uint32Array;
  /** Items with the same number give the same answer. */
  readonly answerOfItem: Uint32Array;
  /** Items with the same number are near-identical or each other's translation: they do not compete. */
  readonly twinOfItem: Uint32Array;
  /** The row in `passages`, -1 for an item without answer text. */
  readonly passageOfItem: Int32Array;
  readonly itemOfPassage: Uint32Array;
  /** One row a wording, uncentred. */
  readonly questions: VectorTable;
  readonly passages: VectorTable;
  /** One row a sentence of an answer, uncentred; those of an item stand together. */
  readonly sentences: PackedTable;
  /** The first sentence of each item, and the number of sentences at the end. */
  readonly firstSentenceOfItem: Uint32Array;
  /** Mean of the question vector and the passage vector of all items. */
  readonly corpusMean: Float32Array;
  /** The items in the language of the companion model; null where there are none. */
  readonly companion: CompanionTables | null;
  /** The lexical parts; documents are wordings. */
  readonly questionWords: Bm25;
  /** Question and answer. */
  readonly itemWords: Bm25;
  readonly questionTrigrams: Bm25;
  readonly rejections: RejectedPairs;
  /** What proposes candidates in a large release. */
  readonly proposals: Proposals;
}

/** Vectors of the companion model, uncentred. */
export interface CompanionTables {
  /** The row in `questions`, -1 for a wording of an item in another language. */
  readonly rowOfWording: Int32Array;
  /** The row in `passages`, -1 for an item in another language or without answer text. */
  readonly rowOfItem: Int32Array;
  readonly questions: VectorTable;
  readonly passages: VectorTable;
  readonly corpusMean: Float32Array;
}

/** Questions with an item that was said not to answer them; the arrays are of equal length. */
export interface RejectedPairs {
  readonly items: Uint32Array;
  /** Above 0 and at most 1. */
  readonly weights: Float32Array;
  /** Vectors of the questions, one after the other. */
  readonly vectors: Float32Array;
}

export interface Proposals {
  /** How many wordings can be proposed. */
  readonly size: number;
  /** Wordings whose question and passage are nearest together, so many by each model; some may come twice. */
  byVectors(query: Pick<RankQuery, 'vector' | 'companionVector'>, count: number): number[];
  /** Wordings whose question or answer shares rare words with the question. */
  byWords(terms: readonly string[], count: number): number[];
  /** Wordings that share rare trigrams with the question. */
  byTrigrams(terms: readonly string[], count: number): number[];
}
