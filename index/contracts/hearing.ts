import type { TextVectors } from './embedder.js';

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
 * @param vectors of the whole text by the embedder that the classifiers were trained with; null where there are none, then
 * words and letters alone tell, and less
 */
export type Hear = (text: string, vectors: TextVectors | null) => Heard;
