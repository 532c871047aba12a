/**
 * Sentences of an answer that are for its asker alone, as types.
 */

/** A sentence where it stands. */
export interface PlacedSentence {
  /** Plain text, without marks of Markdown. */
  readonly text: string;
  /** Its number in the answer, from 0. */
  readonly at: number;
  /** How many sentences the answer has. */
  readonly of: number;
}

/** Tells asides from what helps whoever reads an answer, by what was learned from labelled answers. */
export interface AsideEar {
  /** Tells one state of what was learned from another. */
  readonly sign: string;
  /** Id of the embedder whose vectors it was trained with; those of another mean nothing to it. */
  readonly embedder: string;
  /** Languages of the answers it was trained on. */
  readonly languages: readonly string[];
  /**
   * Whether a sentence is an aside. Only asked where `mayBeAside`.
   * @param vector the sentence alone, embedded as a passage; of unit length
   */
  isAside(sentence: PlacedSentence, vector: Float32Array): boolean;
}
