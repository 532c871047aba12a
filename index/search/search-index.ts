import type { Bm25 } from '../lexical/bm25.js';
import type { VectorIndex } from '../vector/vector-index.js';
import type { VectorTable } from '../vector/vector-table.js';

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
  /** The row in `passages`, -1 for an item without answer text. */
  readonly passageOfItem: Int32Array;
  readonly itemOfPassage: Uint32Array;
  /** One row a wording, uncentred. */
  readonly questions: VectorTable;
  readonly passages: VectorTable;
  /** Mean of the question vector and the passage vector of all items. */
  readonly corpusMean: Float32Array;
  /** The lexical parts; documents are wordings. */
  readonly questionWords: Bm25;
  /** Question and answer. */
  readonly itemWords: Bm25;
  readonly questionTrigrams: Bm25;
  /** What proposes candidates in a large release. */
  readonly proposals: Proposals;
}

export interface Proposals {
  /** Labels are wordings. */
  readonly questions: VectorIndex;
  /** Labels are passages. */
  readonly passages: VectorIndex;
  /** Wordings whose question or answer shares rare words with the question. */
  byWords(terms: readonly string[], count: number): number[];
  /** Wordings that share rare trigrams with the question. */
  byTrigrams(terms: readonly string[], count: number): number[];
}
