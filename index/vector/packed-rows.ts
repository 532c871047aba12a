import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { indexErrors } from '../errors.js';

/** Bytes in front of the numbers of a row: its scale. */
export const SCALE_BYTES = 4;

/** Bytes of a packed row: scale and numbers, filled up so that every scale starts at a multiple of 4. */
export function packedRowBytes(dimensions: number): number {
  return SCALE_BYTES + Math.ceil(dimensions / 4) * 4;
}

/** Packed rows of a file, in memory or read when they are wanted. */
interface PackedRows {
  readonly size: number;
  /**
   * Brings rows into memory; what is returned holds until the next call.
   * @throws VECTORS_UNREADABLE when they are not all there
   */
  load(index: number, count: number): LoadedRows;
  close(): void;
}

/** Two views on the same memory. */
export interface LoadedRows {
  readonly bytes: Int8Array;
  readonly floats: Float32Array;
  /** Where the first of the rows asked for begins, in bytes. */
  start: number;
}

/** Opens the rows of a file: one up to `inMemoryUpToBytes` is read at once and closed, a larger one is held open. */
export function openPackedRows(path: string, rowBytes: number, inMemoryUpToBytes: number): PackedRows {
  const file = openSync(path, 'r');
  try {
    const size = Math.floor(fstatSync(file).size / rowBytes);
    if (size * rowBytes > inMemoryUpToBytes) return rowsOnDisk(path, file, size, rowBytes);
    const all = viewsOf(size * rowBytes);
    readAll(file, all.bytes, 0);
    closeSync(file);
    return rowsInMemory(path, all, size, rowBytes);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function rowsInMemory(path: string, all: LoadedRows, size: number, rowBytes: number): PackedRows {
  return {
    size,
    load(index, count) {
      if (index < 0 || index + count > size) throw unreadable(path, index + count - 1, size);
      all.start = index * rowBytes;
      return all;
    },
    close: () => {},
  };
}

function rowsOnDisk(path: string, file: number, size: number, rowBytes: number): PackedRows {
  let isOpen = true;
  let loaded = viewsOf(rowBytes);
  return {
    size,
    load(index, count) {
      const wanted = count * rowBytes;
      if (loaded.bytes.length < wanted) loaded = viewsOf(2 * wanted);
      const isThere = index >= 0 && index + count <= size;
      if (!isThere || !readAll(file, loaded.bytes.subarray(0, wanted), index * rowBytes)) {
        throw unreadable(path, index + count - 1, size);
      }
      return loaded;
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** Zeros, as the two views of rows. */
export function viewsOf(size: number): LoadedRows {
  const memory = new ArrayBuffer(size);
  return { bytes: new Int8Array(memory), floats: new Float32Array(memory), start: 0 };
}

/** Fills `bytes` from a place in a file; whether the file had that many. */
function readAll(file: number, bytes: Int8Array, position: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, position + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}

function unreadable(path: string, row: number, rows: number) {
  return indexErrors.VECTORS_UNREADABLE({ path, row, rows });
}
