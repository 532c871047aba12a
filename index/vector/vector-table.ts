/** Vectors of equal length, numbered from 0. */
export interface VectorTable {
  readonly size: number;
  readonly dimensions: number;
  /** One vector, not to be changed. */
  row(index: number): Float32Array;
  /** Inner product of a vector with one row. */
  dot(vector: Float32Array, index: number): number;
  /** Inner products of a vector with `count` rows from `fromRow` on; from a file on disk that is one read. */
  dots(vector: Float32Array, fromRow: number, count: number): Float32Array;
}

/** A table over 32-bit floats, one vector after the other. */
export function createVectorTable(numbers: Float32Array, dimensions: number): VectorTable {
  return {
    size: numbers.length / dimensions,
    dimensions,
    row: (index) => numbers.subarray(index * dimensions, (index + 1) * dimensions),
    dot: (vector, index) => dotAt(vector, numbers, index * dimensions),
    dots: (vector, fromRow, count) =>
      Float32Array.from({ length: count }, (_, at) => dotAt(vector, numbers, (fromRow + at) * dimensions)),
  };
}

/** Inner product of two vectors of equal length. */
export function dot(left: Float32Array, right: Float32Array): number {
  return dotAt(left, right, 0);
}

/** Inner product of a vector with the numbers that begin at `offset`. Four sums at once keep the processor's adders busy. */
export function dotAt(left: Float32Array, right: Float32Array, offset: number): number {
  const { length } = left;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let at = 0;
  for (; at + 3 < length; at += 4) {
    first += (left[at] as number) * (right[offset + at] as number);
    second += (left[at + 1] as number) * (right[offset + at + 1] as number);
    third += (left[at + 2] as number) * (right[offset + at + 2] as number);
    fourth += (left[at + 3] as number) * (right[offset + at + 3] as number);
  }
  for (; at < length; at++) first += (left[at] as number) * (right[offset + at] as number);
  return first + second + third + fourth;
}
