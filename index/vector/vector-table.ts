import { readFileSync } from 'node:fs';

/** Vectors of equal length, one after the other in memory and on disk (32-bit floats, little endian). */
export interface VectorTable {
  readonly size: number;
  readonly dimensions: number;
  /** A view on one vector, not a copy. */
  row(index: number): Float32Array;
  /** Inner product of a vector with one row. */
  dot(vector: Float32Array, index: number): number;
}

export function createVectorTable(numbers: Float32Array, dimensions: number): VectorTable {
  return {
    size: numbers.length / dimensions,
    dimensions,
    row: (index) => numbers.subarray(index * dimensions, (index + 1) * dimensions),
    dot: (vector, index) => dotAt(vector, numbers, index * dimensions),
  };
}

/** Reads a table that was written as the bytes of its rows. */
export function readVectorTable(path: string, dimensions: number): VectorTable {
  const bytes = readFileSync(path);
  // A copy where the system gave an address that floats cannot start at.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(bytes);
  const numbers = new Float32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4));
  return createVectorTable(numbers, dimensions);
}

/** Inner product of two vectors of equal length. */
export function dot(left: Float32Array, right: Float32Array): number {
  return dotAt(left, right, 0);
}

// Four sums at once keep the processor's adders busy; this loop is where a search spends its time.
function dotAt(left: Float32Array, right: Float32Array, offset: number): number {
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
