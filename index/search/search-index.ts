import type { Bm25 } from '../lexical/bm25.js';
import type { PackedTable } from '../vector/packed-table.js';
import type { TokenRows } from '../vector/token-rows.js';
import type { VectorTable } from '../vector/vector-table.js';

/**
 * What a search reads of a release. Items, wordings and passages are numbered from 0. A wording is the question of an
 * item, one of its phrasings or a part of what was asked; those of an item stand together, in this order.
 */
export interface SearchIndex {
  readonly items: number;
  readonly itemOfWording: Uint32Array;
  /** The first wording of each item, and the number of wordings at the end. */
  readonly firstWordingOfItem: Uint32Array;
  /** Behind its question and phrasings: the first wording of each item that only says what was asked and is never shown. */
  readonly firstAskedOfItem: Uint32Array;
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
  /** Tokens of the items; null where they are not compared. */
  readonly tokens: ItemTokens | null;
  /** The lexical parts; documents are wordings. */
  readonly questionWords: Bm25;
  /** Question and answer. */
  readonly itemWords: Bm25;
  readonly questionTrigrams: Bm25;
  readonly rejections: RejectedPairs;
  /** What proposes candidates in a large release. */
  readonly proposals: Proposals;
}

/** Tokens of items, each item's passage first, then its question. */
export interface ItemTokens {
  /** Numbers in the row of a token. */
  readonly dimensions: number;
  /** Rows of item `i`: the passage from `starts[2 i]`, the question from `starts[2 i + 1]`, up to `starts[2 i + 2]`. */
  readonly starts: Uint32Array;
  readonly rows: TokenRows;
  /** In how many items a token of the vocabulary occurs. */
  readonly itemsWith: ReadonlyMap<number, number>;
}

/** Questions with an item that was said not to answer them; the arrays are of equal length. */
interface RejectedPairs {
  readonly items: Uint32Array;
  /** Above 0 and at most 1. */
  readonly weights: Float32Array;
  /** Vectors of the questions, one after the other. */
  readonly vectors: Float32Array;
}

export interface Proposals {
  /** How many wordings can be proposed. */
  readonly size: number;
  /** Wordings whose question and passage together are nearest to a vector of unit length. */
  byVector(vector: Float32Array, count: number, isWanted?: IsWanted): number[];
  /** Wordings whose question or answer shares rare words with the question. */
  byWords(terms: readonly string[], count: number, isWanted?: IsWanted): number[];
  /** Wordings that share rare trigrams with the question. */
  byTrigrams(terms: readonly string[], count: number, isWanted?: IsWanted): number[];
}

/** Of which wordings so many are looked for; others do not take their places. */
export type IsWanted = (wording: number) => boolean;
