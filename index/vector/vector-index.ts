/** A vector found, by its label. */
export interface Neighbour {
  readonly label: number;
  /** Cosine, from -1 to 1. */
  readonly cosine: number;
}

/** Finds the vectors nearest to one. What is given and what is kept has unit length. */
export interface VectorIndex {
  /** At most `count` neighbours, nearest first. */
  search(vector: Float32Array, count: number): Neighbour[];
  /** How many vectors are in it. */
  readonly size: number;
}
