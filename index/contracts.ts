/**
 * What we know and how it is found, as types. Every folder may import this file; it imports nothing.
 */

/** A language as an IETF primary tag in lower case: `nl`, `en`, `de`, `fr`. */
export type Language = string;

/** Somebody who wrote in the community. */
export interface Author {
  readonly name: string;
  /** Their standing in the community in the community's own words, such as "Superuser". */
  readonly rank: string | null;
}

/** One question of the community and its one accepted answer: what a release is made of. */
export interface Item {
  /** `<source>:<id in the source>`, stable over releases. */
  readonly id: string;
  /** Name of the source it came from. */
  readonly source: string;
  /** The question as its asker put it, one line of plain text. */
  readonly question: string;
  /** Other wordings of the same question: threads that the community marked as duplicates, confirmed wordings. */
  readonly phrasings: readonly string[];
  /** The answer in Markdown, cleaned and without personal data; '' where a corpus has questions only. */
  readonly answer: string;
  readonly language: Language;
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
  /** The part of the answer that answers, in Markdown; the whole answer where it is short. */
  readonly passage: string;
  /** Whether `passage` leaves out a part of the answer. */
  readonly isPart: boolean;
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
  close(): Promise<void>;
}

/** An item with its vectors, as a release takes it. All vectors have unit length and come from one embedder. */
export interface EmbeddedItem {
  readonly item: Item;
  /** One for the question, then one for each phrasing, in order. */
  readonly questionVectors: readonly Float32Array[];
  /** The question with the first words of its answer; null for an item without answer text. */
  readonly passageVector: Float32Array | null;
}

/** What a release says of itself; `manifest.json`. */
export interface ReleaseManifest {
  readonly format: 1;
  readonly id: string;
  readonly builtAt: string;
  readonly embedder: { readonly id: string; readonly dimensions: number };
  readonly items: number;
  /** Questions and phrasings together. */
  readonly wordings: number;
  readonly languages: readonly Language[];
  readonly bands: Bands;
  /** Names the sources with the number of their items. */
  readonly sources: Readonly<Record<string, number>>;
  /** sha256 in hex by file name. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Where releases live: ingest writes, servers read. */
export interface ReleaseStore {
  /** Builds a release without touching the live one and returns its manifest; it is not live yet. */
  build(items: Iterable<EmbeddedItem>, embedder: Embedder): Promise<ReleaseManifest>;
  /** Makes a release the live one, in one atomic step. */
  publish(id: string): void;
  /** Makes the release that was live before the current one live again; returns its id. */
  rollback(): string;
  /** Manifests of all whole releases, newest first. */
  list(): ReleaseManifest[];
  /** Id of the live release, null while there is none. */
  currentId(): string | null;
  /** Removes the leftovers of builds that did not end and all but the newest `keep` releases; never the live one. */
  sweep(keep: number): string[];
}
