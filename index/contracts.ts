/**
 * What we know and how it is found, as types. Every folder may import this file; it imports types alone.
 */
import type { AnswerTree } from './answers/answer-tree.js';
import type { Embedder, TokenVectors } from './contracts/embedder.js';
import type { Item, Language } from './contracts/items.js';
import type { AnonymousSay, EmbeddedLabel } from './contracts/labels.js';

export type { AnswerBlock, AnswerInline, AnswerTree } from './answers/answer-tree.js';
export type { Embedder, TextReading, TokenReader, TokenVectors } from './contracts/embedder.js';
export type { Author, Item, Language, Statement } from './contracts/items.js';
export type { AnonymousSay, EmbeddedLabel, Label, Verdict, VerdictBy } from './contracts/labels.js';
export type { LearnedRanking, LearnedWords, NetCommittee, SmallNet } from './contracts/learned-ranking.js';

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

/** What a message sounds like, each told where its score is high enough to act on it. */
export interface Heard {
  readonly asksForPerson: boolean;
  /** What only the company can settle: its topic, the name where a company has its own, and whether only a person can help. */
  readonly matter: { readonly topic: string; readonly name: string; readonly isClear: boolean } | null;
  /** Angry or frustrated. */
  readonly isAnnoyed: boolean;
  /** The kind of small talk that it is and nothing else. */
  readonly talk: string | null;
  /** The kind of danger that it tells. */
  readonly danger: string | null;
  /** What it does in a conversation: asks for what comes next, says that it helped or not, lets the matter go. */
  readonly act: string | null;
}

/**
 * Hears a message: a pure function that takes microseconds.
 * @param vector of the whole text by the embedder that the classifiers were trained with; null where there is none, then
 * words and letters alone tell, and less
 */
export type Hear = (text: string, vector: Float32Array | null) => Heard;

/** The face of the index for those who ask. */
export interface KnowledgeBase {
  /**
   * The vector that a search for this text computes, kept for that search; it needs no release. Left out where a knowledge
   * base has no embedder.
   */
  vectorOf?(text: string): Promise<Float32Array>;
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

/** The vectors of an item, of unit length. */
export interface ItemVectors {
  /** One for the question, then one for each phrasing and each part of what was asked, in order. */
  readonly questionVectors: readonly Float32Array[];
  /** The question with the first words of its answer; null for an item without answer text. */
  readonly passageVector: Float32Array | null;
}

/** An item with its vectors, as a release takes it. All come from one embedder. */
export interface EmbeddedItem extends ItemVectors {
  readonly item: Item;
  /** Its answer as it is shown, and the same in Markdown; what the item says, parsed, where not given. */
  readonly shown?: { readonly tree: AnswerTree; readonly answer: string };
  /** One for each of `answerSentences(shown.tree)`, the question before it; none where not given. */
  readonly sentenceVectors?: readonly Float32Array[];
  /** Of its question, and of the question with the first words of its answer; left out where tokens are not compared. */
  readonly tokens?: { readonly question: TokenVectors; readonly passage: TokenVectors } | null;
}

/** What a release says of itself; `manifest.json`. */
export interface ReleaseManifest {
  readonly format: 3;
  readonly id: string;
  readonly builtAt: string;
  readonly embedder: {
    readonly id: string;
    readonly dimensions: number;
    /** Numbers in the row of a token; 0 where it holds no tokens. */
    readonly tokenDimensions: number;
  };
  readonly items: number;
  /** Questions, phrasings and parts of what was asked together. */
  readonly wordings: number;
  readonly languages: readonly Language[];
  readonly bands: Bands;
  /** What `bands.answer` was made for, from 0 to 1. */
  readonly wantedPrecision: number;
  /**
   * What is expected above `bands.answer`, as shares from 0 to 1. It holds for customers' questions from `ESTIMATE_LABELS`
   * labels on; before, it is of the corpus's own questions.
   */
  readonly expected: { readonly coverage: number; readonly precision: number; readonly from: string };
  /**
   * The share of the corpus's own questions, with words left out, that it answers: to compare releases by. Releases built
   * before do not tell.
   */
  readonly ownAnswered?: number;
  /** How many labels its confidence was fitted with, each counted by its weight. */
  readonly labels: number;
  /** Names the sources with the number of their items. */
  readonly sources: Readonly<Record<string, number>>;
  /** sha256 in hex by file name. */
  readonly checksums: Readonly<Record<string, string>>;
}

export interface BuildOptions {
  /** Questions with known answers; none where not given. */
  readonly labels?: readonly EmbeddedLabel[];
  /** For the report; left out where nobody looked. */
  readonly anonymous?: AnonymousSay;
  /** The share of answers that shall be right, from 0 to 1; .9 where not given. */
  readonly wantedPrecision?: number;
}

/** Where releases live: ingest writes, servers read. */
export interface ReleaseStore {
  /** Builds a release without touching the live one and returns its manifest; it is not live yet. */
  build(items: Iterable<EmbeddedItem>, embedder: Embedder, options?: BuildOptions): Promise<ReleaseManifest>;
  /** Makes a release the live one, in one atomic step. */
  publish(id: string): void;
  /** Makes the release that was live before the current one live again; returns its id. */
  rollback(): string;
  /** Manifests of all whole releases, newest first. */
  list(): ReleaseManifest[];
  /** Id of the live release, null while there is none. */
  currentId(): string | null;
  /**
   * Removes the leftovers of builds that did not end and all but the newest `keep` releases; never the live one and the one
   * that was live before it.
   */
  sweep(keep: number): string[];
}
