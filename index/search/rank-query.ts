/** A question as the ranking reads it. */
export interface RankQuery {
  readonly text: string;
  /** Unit length, uncentred. */
  readonly vector: Float32Array;
  /** The vector of the companion model; null for a question in another language, or where there is no companion. */
  readonly companionVector: Float32Array | null;
}
