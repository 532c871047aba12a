import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotAt } from '../vector/vector-table.js';

/**
 * Makes short rows of token states: `P c / |P c|` with `c = (s/|s| - m) / |s/|s| - m|`, where `m` is .8 of the mean token of
 * many communities and `P` the directions in which tokens differ most (principal components), each number a signed byte.
 */
export interface TokenProjection {
  readonly dimensions: number;
  /** The row of one state of the model. */
  project(state: Float32Array): Int8Array;
}

/** 1 as a byte. */
const UNIT_BYTE = 127;

/**
 * Reads `token-projection.f32` of a model: the mean, then one row a direction, as 32-bit floats, little endian.
 * @returns null where the model brings none, or one of another width
 */
export function readTokenProjection(
  modelsDirectory: string,
  model: string,
  width: number,
): TokenProjection | null {
  const path = join(modelsDirectory, model, 'token-projection.f32');
  if (!existsSync(path)) return null;
  const file = readFileSync(path);
  const numbers = new Float32Array(new Uint8Array(file).buffer);
  const dimensions = numbers.length / width - 1;
  if (!Number.isInteger(dimensions) || dimensions < 1) return null;
  const mean = numbers.subarray(0, width);
  const projected = new Float64Array(dimensions);
  const centred = new Float32Array(width);
  return {
    dimensions,
    project(state) {
      const length = lengthOf(state) || 1;
      for (let axis = 0; axis < width; axis++) {
        centred[axis] = (state[axis] as number) / length - (mean[axis] as number);
      }
      for (let at = 0; at < dimensions; at++) {
        projected[at] = dotAt(centred, numbers, (at + 1) * width);
      }
      const size = lengthOf(projected) || 1;
      const row = new Int8Array(dimensions);
      for (let at = 0; at < dimensions; at++) {
        row[at] = Math.round(((projected[at] as number) / size) * UNIT_BYTE);
      }
      return row;
    },
  };
}

function lengthOf(vector: Float32Array | Float64Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
