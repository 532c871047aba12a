/** A vector found, by its label. */
interface Neighbour {
  readonly label: number;
  /** Inner product with the vector asked for: the cosine where both have unit length. */
  readonly product: number;
}

/** Finds the vectors with the largest inner products. */
export interface VectorIndex {
  /** At most `count` neighbours, the largest first; only of those that are wanted, where that is told. */
  search(vector: Float32Array, count: number, isWanted?: (label: number) => boolean): Neighbour[];
  /** How many vectors are in it. */
  readonly size: number;
}
