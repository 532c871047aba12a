import { closeSync, openSync, writeSync } from 'node:fs';
import type { TokenVectors } from '../contracts/embedder.js';
import { openPackedRows, viewsOf } from './packed-rows.js';

/**
 * Tokens of texts, one row each: its number in the vocabulary (32 bits, little endian), then the numbers of its vector as
 * signed bytes. The words that the tokens belong to are not kept: nobody asks them of a stored text.
 */
export interface TokenRows {
  /** How many rows there are. */
  readonly size: number;
  /**
   * Rows that stand together; what is returned holds until the next call.
   * @throws VECTORS_UNREADABLE when they are not all there
   */
  load(fromRow: number, count: number): LoadedTokens;
  close(): void;
}

/** Loaded rows: token `at` has `ids[first + at * stride]` and the bytes from `start + at * rowBytes + ID_BYTES` on. */
interface LoadedTokens {
  readonly bytes: Int8Array;
  readonly numbers: Uint32Array;
  /** Where the first row begins, in bytes. */
  readonly start: number;
}

interface TokenWriter {
  /** Adds the tokens of a text; returns the number of rows so far. */
  add(tokens: Pick<TokenVectors, 'ids' | 'rows'>): number;
  close(): void;
}

/** In front of the numbers of a row. */
export const ID_BYTES = 4;

/** Rows up to this size are kept in memory, a larger file is read as it is wanted. */
const IN_MEMORY_UP_TO_BYTES = 64 * 1024 * 1024;

/** Bytes of a row, filled up so that every number starts at a multiple of 4. */
export function tokenRowBytes(dimensions: number): number {
  return ID_BYTES + Math.ceil(dimensions / 4) * 4;
}

/** Begins a file of rows at `path`, over whatever is there. */
export function createTokenWriter(path: string, dimensions: number): TokenWriter {
  const rowBytes = tokenRowBytes(dimensions);
  const file = openSync(path, 'w');
  let rows = 0;
  let isClosed = false;
  return {
    add({ ids, rows: numbers }) {
      const { bytes } = viewsOf(rowBytes * ids.length);
      const view = new DataView(bytes.buffer);
      ids.forEach((id, at) => {
        view.setUint32(at * rowBytes, id, true);
        bytes.set(numbers.subarray(at * dimensions, (at + 1) * dimensions), at * rowBytes + ID_BYTES);
      });
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      rows += ids.length;
      return rows;
    },
    close() {
      if (!isClosed) closeSync(file);
      isClosed = true;
    },
  };
}

/** Opens a file of rows whose vectors have so many numbers. */
export function openTokenRows(path: string, dimensions: number): TokenRows {
  const rows = openPackedRows(path, tokenRowBytes(dimensions), IN_MEMORY_UP_TO_BYTES);
  return {
    size: rows.size,
    load(fromRow, count) {
      const { bytes, floats, start } = rows.load(fromRow, count);
      return { bytes, numbers: new Uint32Array(floats.buffer), start };
    },
    close: () => rows.close(),
  };
}
