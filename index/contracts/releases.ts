import type { AnswerTree } from '../answers/answer-tree.js';
import type { Embedder, TokenVectors } from './embedder.js';
import type { Item, Language } from './items.js';
import type { AnonymousSay, EmbeddedLabel } from './labels.js';
import type { Bands } from './search.js';

/** The vectors of an item, of unit length. */
interface ItemVectors {
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
  readonly format: 3 | 4;
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
