import { closeSync, openSync, writeSync } from 'node:fs';
import { type LoadedRows, openPackedRows, packedRowBytes, SCALE_BYTES, viewsOf } from './packed-rows.js';
import { scaledDots } from './scaled-dots.js';
import type { VectorTable } from './vector-table.js';

/**
 * Vectors with one byte a number: each row is a scale (32-bit float, little endian) and its numbers as signed bytes;
 * `number = scale * byte`, `scale = largest / 127`.
 */
export interface PackedTable extends VectorTable {
  /** One vector with its numbers unpacked, a copy. */
  row(index: number): Float32Array;
  /** Closes the file where it is held open; harmless to repeat. */
  close(): void;
}

interface PackedWriter {
  /** Adds a vector of the table's dimensions as the next row. */
  add(vector: Float32Array): void;
  /** Writes what is left and closes the file; harmless to repeat. */
  close(): void;
}

interface PackedTableOptions {
  /** A file up to this size is kept in memory, a larger one is read row by row; 64 MB where not given. */
  readonly inMemoryUpToBytes?: number;
}

const LARGEST = 127;
const IN_MEMORY_UP_TO_BYTES = 64 * 1024 * 1024;
/** So many rows are written at once. */
const ROWS_AT_ONCE = 256;

/** Begins a table at `path`, over whatever is there; its rows are numbered from 0 as they are added. */
export function createPackedWriter(path: string, dimensions: number): PackedWriter {
  const rowBytes = packedRowBytes(dimensions);
  const rows = viewsOf(rowBytes * ROWS_AT_ONCE);
  const file = openSync(path, 'w');
  let waiting = 0;
  let isClosed = false;

  function write(): void {
    const end = waiting * rowBytes;
    for (let done = 0; done < end; ) done += writeSync(file, rows.bytes, done, end - done);
    waiting = 0;
  }
  return {
    add(vector) {
      pack(vector, rows, waiting * rowBytes);
      waiting += 1;
      if (waiting === ROWS_AT_ONCE) write();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      try {
        write();
      } finally {
        closeSync(file);
      }
    },
  };
}

/**
 * Opens a table of rows of `dimensions` numbers. From disk, every call is one read of some microseconds as long as the
 * system holds the file in its cache, so rows that are wanted together belong together.
 * @throws VECTORS_UNREADABLE from `row`, `dot` and `dots` when a row is not there
 */
export function openPackedTable(
  path: string,
  dimensions: number,
  { inMemoryUpToBytes = IN_MEMORY_UP_TO_BYTES }: PackedTableOptions = {},
): PackedTable {
  const rowBytes = packedRowBytes(dimensions);
  const rows = openPackedRows(path, rowBytes, inMemoryUpToBytes);
  return {
    size: rows.size,
    dimensions,
    row(index) {
      const { bytes, floats, start } = rows.load(index, 1);
      const scale = floats[start / SCALE_BYTES] as number;
      const first = start + SCALE_BYTES;
      return Float32Array.from(bytes.subarray(first, first + dimensions), (byte) => scale * byte);
    },
    dot(vector, index) {
      const { bytes, start } = rows.load(index, 1);
      return scaledDots(vector, bytes, start, rowBytes, 1)[0] as number;
    },
    dots(vector, fromRow, count) {
      const { bytes, start } = rows.load(fromRow, count);
      return scaledDots(vector, bytes, start, rowBytes, count);
    },
    close: () => rows.close(),
  };
}

function pack(vector: Float32Array, { bytes, floats }: LoadedRows, start: number): void {
  let largest = 0;
  for (const number of vector) largest = Math.max(largest, Math.abs(number));
  const scale = largest / LARGEST;
  const factor = largest === 0 ? 0 : LARGEST / largest;
  floats[start / SCALE_BYTES] = scale;
  for (let axis = 0; axis < vector.length; axis++) {
    bytes[start + SCALE_BYTES + axis] = Math.round((vector[axis] as number) * factor);
  }
}
