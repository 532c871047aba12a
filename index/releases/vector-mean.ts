/** The mean of vectors that come in pairs, such as those of questions and their passages. */
interface VectorMean {
  add(left: Float32Array, right: Float32Array): void;
  /** Zero while nothing was added. */
  value(): Float32Array;
}

export function createVectorMean(dimensions: number): VectorMean {
  const sum = new Float64Array(dimensions);
  let pairs = 0;
  return {
    add(left, right) {
      pairs += 1;
      for (let axis = 0; axis < dimensions; axis++) {
        sum[axis] = (sum[axis] as number) + (left[axis] as number) + (right[axis] as number);
      }
    },
    value: () => Float32Array.from(sum, (value) => value / Math.max(1, 2 * pairs)),
  };
}
