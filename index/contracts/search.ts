import type { AnswerTree } from '../answers/answer-tree.js';
import type { TextVectors } from './embedder.js';
import type { SearchFilter } from './filters.js';
import type { Item, Language } from './items.js';

/** Why a confidence is what it is: for the conversation store, the desk and the log. */
export type ConfidenceReason =
  | 'clear' // one item stands out
  | 'near-tie' // the best two different answers are close to each other
  | 'weak-match' // nothing resembles the question enough
  | 'no-items'; // the release is empty

/** The one number that leaves the search. */
export interface Confidence {
  /** Probability from 0 to 1 that this item answers the question, fitted on questions with known answers. */
  readonly probability: number;
  readonly reason: ConfidenceReason;
}

/** An item found for a question. */
export interface Hit {
  readonly item: Item;
  readonly confidence: Confidence;
  /**
   * The part of the answer that answers, in Markdown; the whole answer where it is short. Chosen when it is first looked
   * at, also after the release was replaced: look only at what is shown, and do not spread a hit.
   */
  readonly passage: string;
  /** The same as a tree, and the tree of the whole answer. */
  readonly trees: { readonly passage: AnswerTree; readonly whole: AnswerTree };
  /** Whether `passage` leaves out a part of the answer that is worth a button. */
  readonly isPart: boolean;
  /** Words of the question, as they were written, that the item says nothing about and that may matter; mostly none. */
  readonly unmentioned?: readonly string[];
}

/** A part of an answer that can be read alone, such as one step. */
export interface AnswerPart {
  /** In Markdown, and the same as a tree. */
  readonly text: string;
  readonly tree: AnswerTree;
  /** Plain text, one line. */
  readonly plain: string;
  /** Whether it is a step or point of a list. */
  readonly isStep: boolean;
}

/** The answer of an item as it is read, part by part. */
export interface AnswerReading {
  readonly tree: AnswerTree;
  /** In order; greetings and farewells are none. */
  readonly parts: readonly AnswerPart[];
}

/** Thresholds that follow from the wanted precision; probabilities from 0 to 1, `answer ≥ doubt ≥ askBack`. */
export interface Bands {
  /** At or above: answer. */
  readonly answer: number;
  /** At or above: answer with doubt and alternatives. */
  readonly doubt: number;
  /** At or above: ask "did you mean …?". Below: offer a person. */
  readonly askBack: number;
}

export interface SearchResult {
  /** Best first, each with another answer; at most the number asked for. */
  readonly hits: readonly Hit[];
  /** Bands of the release that was searched. */
  readonly bands: Bands;
  readonly releaseId: string;
}

export interface SearchOptions {
  /** How many hits at most; 5 where not given. */
  readonly limit?: number;
  /** Ids of items that must not come back, such as an answer that was just rejected. */
  readonly exclude?: readonly string[];
  /** The language of the question where its words tell it: of an answer in two languages that one is shown. */
  readonly language?: Language;
  /** Which items may be found at all; all where left out. */
  readonly filter?: SearchFilter;
  /** What the question begins with, where that was searched just now: the model only reads the rest. */
  readonly beginning?: string;
}

export interface ReleaseStatus {
  readonly id: string;
  readonly items: number;
  readonly builtAt: string;
  readonly embedder: string;
  readonly languages: readonly Language[];
  readonly bands: Bands;
}

/** The face of the index for those who ask. */
export interface KnowledgeBase {
  /**
   * The vectors that a search for this text computes, kept for that search; they need no release. Left out where a knowledge
   * base has no embedder.
   */
  vectorsOf?(text: string): Promise<TextVectors>;
  /** Identity of the model that `vectorsOf` asks: vectors of another are not compared with its own. */
  readonly embedder?: string;
  /**
   * Finds the items that answer a question of a customer, in any language of the embedder.
   * @throws KNOWLEDGE_NOT_READY while no release is live.
   */
  search(question: string, options?: SearchOptions): Promise<SearchResult>;
  /** An item of the live release; null when it is not (or no longer) in it. */
  item(id: string): Item | null;
  /**
   * The answer of an item of the live release in the parts it is read in; null when it is not in it. Left out where a
   * knowledge base cuts no answers.
   */
  readAnswer?(id: string): AnswerReading | null;
  /** The live release, null while there is none. */
  status(): ReleaseStatus | null;
  /** Looks whether another release was published and swaps to it; running searches end on the old one. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}
