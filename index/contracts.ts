/**
 * What we know and how it is found, as types. Every folder may import this file; it imports types alone.
 */
import type { LearnedRanking } from './contracts/learned-ranking.js';

export type { LearnedRanking, LearnedWords, NetCommittee, SmallNet } from './contracts/learned-ranking.js';

import type { AnswerTree } from './answers/answer-tree.js';

export type { AnswerBlock, AnswerInline, AnswerTree } from './answers/answer-tree.js';

/** A language as an IETF primary tag in lower case: `nl`, `en`, `de`, `fr`. */
export type Language = string;

/** Somebody who wrote in the community. */
export interface Author {
  readonly name: string;
  /** Their standing in the community in the community's own words, such as "Superuser". */
  readonly rank: string | null;
}

/** What somebody wrote on a question, beside its answer. */
export interface Statement {
  /** Markdown, cleaned and without personal data like an answer. */
  readonly text: string;
  readonly author: Author;
  /** When it was written or last edited. ISO 8601 in UTC; null where the source does not tell. */
  readonly at: string | null;
  /** Link to it, https only; null where the source has none. */
  readonly url: string | null;
}

/** One question of the community and its one answer, the accepted one or what corrects it: what a release is made of. */
export interface Item {
  /** `<source>:<id in the source>`, stable over releases. */
  readonly id: string;
  /** Name of the source it came from. */
  readonly source: string;
  /** The question as its asker put it, one line of plain text. */
  readonly question: string;
  /** Other wordings of the same question: threads that the community marked as duplicates, confirmed wordings. */
  readonly phrasings: readonly string[];
  /**
   * What customers wrote who asked it: the text below the title and the words of others who had the same, in parts, without
   * personal data. Searched, and never shown to anybody. None where left out.
   */
  readonly asked?: readonly string[];
  /** The answer in Markdown, cleaned and without personal data; '' where a corpus has questions only. */
  readonly answer: string;
  /** Answers that this one corrects, newest first: they hold no longer, or not as a whole. None where left out. */
  readonly earlier?: readonly Statement[];
  /** The sentence of the answer, in Markdown, that says what is otherwise than in `earlier`: shown with every part of it. */
  readonly whatChanged?: string;
  /** What was added later by others, oldest first. None where left out. */
  readonly additions?: readonly Statement[];
  /** The question that the answer was given to, where that is another, newer thread's. */
  readonly answeredIn?: string;
  /** Whether who asked found the answer. */
  readonly isByAsker?: boolean;
  readonly language: Language;
  /** Who wrote the answer. */
  readonly author: Author;
  readonly votes: number;
  /** ISO 8601 in UTC; null where the source does not tell. */
  readonly askedAt: string | null;
  /** When the answer was written or last edited. ISO 8601 in UTC; null where the source does not tell. */
  readonly answeredAt: string | null;
  readonly tags: readonly string[];
  /** Licence of the text as the source names it, such as "CC BY-SA 4.0". */
  readonly licence: string | null;
  /** Link to the answer itself, https only; null where the source has none. */
  readonly url: string | null;
}

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
  /** The same as a tree, and the tree of the whole answer; left out where there is none. */
  readonly trees?: { readonly passage: AnswerTree; readonly whole: AnswerTree };
  /** Whether `passage` leaves out a part of the answer that is worth a button. */
  readonly isPart: boolean;
  /** Words of the question, as they were written, that the item says nothing about and that may matter; mostly none. */
  readonly unmentioned?: readonly string[];
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
  /** The language of the question where the caller knows it; told from its words where not given. */
  readonly language?: Language;
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
  /** The live release, null while there is none. */
  status(): ReleaseStatus | null;
  /** Looks whether another release was published and swaps to it; running searches end on the old one. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Turns texts into vectors of unit length. */
export interface Embedder {
  /** Identity of model, pooling and normalisation: vectors of another id must not be compared. */
  readonly id: string;
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** What small corpora are centred with: a vector of `dimensions`, null where the model brings none. */
  readonly meanVector: Float32Array | null;
  /** Embeds a customer's or a stored question. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** Embeds a question with (the beginning of) its answer. */
  embedPassage(text: string): Promise<Float32Array>;
  /** Token by token; left out where the model brings nothing to compare tokens with. */
  readonly tokens?: TokenReader | null;
  close(): Promise<void>;
}

/** The tokens of a text, each with what the model makes of it where it stands. */
export interface TokenVectors {
  /** Numbers of the tokens in the model's vocabulary, in order; without prefix and end marks. */
  readonly ids: Uint32Array;
  /** One row a token, one after the other: centred, projected, of unit length, 127 for 1. */
  readonly rows: Int8Array;
  /** The word of the text that each token is a part of, counted from 0. */
  readonly wordOfToken: Uint32Array;
}

/** What a model makes of a text in one run. */
export interface TextReading {
  /** Of unit length. */
  readonly vector: Float32Array;
  readonly tokens: TokenVectors;
}

/** Reads texts token by token, for a model that brings a projection of its token states. */
export interface TokenReader {
  /** Numbers in the row of a token. */
  readonly dimensions: number;
  /** How answers are ranked and believed by what the tokens show, learned for this very model. */
  readonly ranking: LearnedRanking | null;
  readQuestion(text: string): Promise<TextReading>;
  readPassage(text: string): Promise<TextReading>;
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
  /** What is expected above `bands.answer`, as shares from 0 to 1; from labels or from the corpus's own questions. */
  readonly expected: { readonly coverage: number; readonly precision: number; readonly from: string };
  /** How many labels its confidence was fitted with, each counted by its weight. */
  readonly labels: number;
  /** Names the sources with the number of their items. */
  readonly sources: Readonly<Record<string, number>>;
  /** sha256 in hex by file name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Who said whether an answer was right. */
export type VerdictBy =
  | 'customer' // "did this help?"
  | 'choice' // took a question of "did you mean …?", or none of them
  | 'agent'; // sent the bot's suggestion, or marked it

/** What somebody said of one item as the answer to one question. It holds no personal data. */
export interface Verdict {
  /** The customer's own wording, one line, redacted. */
  readonly question: string;
  readonly itemId: string;
  readonly isRight: boolean;
  readonly by: VerdictBy;
  /** Opaque key of the customer or agent: the same for the same person, of no use outside its store. */
  readonly visitor: string;
  /** Whether the company signed who they are; of no meaning for an agent, who is always known. */
  readonly isIdentified: boolean;
  /**
   * Opaque key of where it came from: the network address, or the user where the channel tells no address; '' where
   * unknown. Anonymous people with one key are one voice, because anybody can be as many users as they like.
   */
  readonly address: string;
  /** Opaque key of the conversation. */
  readonly conversation: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A question whose right or wrong items somebody told: what a confidence is fitted on. */
export interface Label {
  readonly question: string;
  /** Ids of items that answer it. */
  readonly right: readonly string[];
  /** Ids of items that do not. */
  readonly wrong: readonly string[];
  /** Whether `right` names every item that answers it; then every other item is wrong. */
  readonly isComplete: boolean;
  /** Whether only people said so whom the company does not know: all of these together count so much and no more. */
  readonly isAnonymous?: boolean;
  /** How much it counts, above 0 and at most 1: 1 for an evaluation file, less the fewer people said so. */
  readonly weight: number;
}

/** A label with the vector of its question, of unit length. */
export interface EmbeddedLabel extends Label {
  readonly vector: Float32Array;
  /** Left out where tokens are not compared. */
  readonly tokens?: TokenVectors | null;
}

/** What people whom the company does not know said, in all. */
export interface AnonymousSay {
  /** The labels that this makes. */
  readonly labels: number;
  /** How many different days (UTC) and addresses it came from. */
  readonly days: number;
  readonly addresses: number;
  /** Whether these are enough for it to count. */
  readonly isEnough: boolean;
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
