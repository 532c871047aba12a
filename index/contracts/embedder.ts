import type { LearnedRanking } from './learned-ranking.js';

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

/** How the thread of the model came to its end: it died, or does not come back from a text. */
export interface EmbedderEnd {
  readonly reason: string;
  /** A thread that hangs in native code keeps `process.exit` waiting for ever. */
  readonly isHanging: boolean;
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

/** What a model makes of a whole text. */
export interface TextVectors {
  /** Of unit length. */
  readonly vector: Float32Array;
  /**
   * The mean state of all tokens after some layers before the last, one after the other, each as long as the vector: what
   * somebody wants and their mood stand clearer there than at the end, where the model tells subjects apart. Left out by a
   * model that does not give them, and of passages.
   */
  readonly layers?: Float32Array;
}

/** What a model makes of a text in one run. */
export interface TextReading extends TextVectors {
  readonly tokens: TokenVectors;
}

/** Reads texts token by token, for a model that brings a projection of its token states. */
export interface TokenReader {
  /** Numbers in the row of a token. */
  readonly dimensions: number;
  /** How answers are ranked and believed by what the tokens show, learned for this very model. */
  readonly ranking: LearnedRanking | null;
  /**
   * Reads a customer's or a stored question.
   * @param beginning what the text begins with and what was read just now: both parts are read alone and joined
   */
  readQuestion(text: string, beginning?: string): Promise<TextReading>;
  readPassage(text: string): Promise<TextReading>;
}
