import type { TokenVectors } from '../contracts/embedder.js';

/** A question as the ranking reads it. */
export interface RankQuery {
  readonly text: string;
  /** Unit length, uncentred. */
  readonly vector: Float32Array;
  /** Null where tokens are not compared. */
  readonly tokens: TokenVectors | null;
}
