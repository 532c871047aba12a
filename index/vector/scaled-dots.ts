import { AXES_AT_ONCE, compiled, memoryOf } from './compiled-products.js';

/**
 * Inner products of a vector with rows of one byte a number: each row is a scale (32-bit float, little endian) and its
 * numbers as signed bytes; `number = scale * byte`.
 * @param bytes rows of which the first begins at `start`, `rowBytes` from one to the next
 */
export function scaledDots(
  vector: Float32Array,
  bytes: Int8Array,
  start: number,
  rowBytes: number,
  count: number,
): Float32Array {
  const axes = Math.ceil(vector.length / AXES_AT_ONCE) * AXES_AT_ONCE;
  const rowsAt = 4 * axes;
  const rowsEnd = rowsAt + rowBytes * count;
  const dotsAt = Math.ceil((rowsEnd + AXES_AT_ONCE) / 4) * 4;
  const memory = memoryOf(dotsAt + 4 * count);
  new Float32Array(memory, 0, axes).fill(0).set(vector);
  new Int8Array(memory, rowsAt).set(bytes.subarray(start, start + rowBytes * count));
  compiled.dots(0, axes, rowsAt, rowBytes, rowsEnd, dotsAt);
  return new Float32Array(memory, dotsAt, count).slice();
}
