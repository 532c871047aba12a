/** Keeps the vectors of the texts used last, so that a question searched again is not embedded again. */
export interface RecentVectors {
  get(text: string): Float32Array | undefined;
  set(text: string, vector: Float32Array): void;
}

/** A store for at most `capacity` vectors; the one used longest ago gives way. */
export function createRecentVectors(capacity: number): RecentVectors {
  // A Map keeps the order of insertion: the first key is the one used longest ago.
  const vectors = new Map<string, Float32Array>();
  return {
    get(text) {
      const vector = vectors.get(text);
      if (vector) {
        vectors.delete(text);
        vectors.set(text, vector);
      }
      return vector;
    },
    set(text, vector) {
      vectors.delete(text);
      vectors.set(text, vector);
      const oldest = vectors.keys().next();
      if (vectors.size > capacity && !oldest.done) vectors.delete(oldest.value);
    },
  };
}
