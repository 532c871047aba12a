/** A vector found, by its label. */
interface Neighbour {
  readonly label: number;
  /** Inner product with the vector asked for: the cosine where both have unit length. */
  readonly product: number;
}

/** Finds the vectors with the largest inner products. */
export interface VectorIndex {
  /** At most `count` neighbours, the largest first. */
  search(vector: Float32Array, count: number): Neighbour[];
  /** How many vectors are in it. */
  readonly size: number;
}
