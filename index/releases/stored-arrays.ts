import type { Postings } from '../lexical/postings.js';
import type { Database } from '../platform/database.js';

/** The numbers of a release that a server keeps in memory, stored as bytes by name (little endian). */
export interface StoredArrays {
  readonly uint32: (name: string) => Uint32Array;
  readonly int32: (name: string) => Int32Array;
  readonly float32: (name: string) => Float32Array;
  readonly postings: (name: string) => Postings;
}

export function createArrays(database: Database): void {
  database.exec('CREATE TABLE arrays (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID');
}

/** Functions that store an array or the postings of a lexical index under a name. */
export function arrayWriter(database: Database) {
  const insert = database.prepare<[string, Uint8Array]>('INSERT INTO arrays (name, bytes) VALUES (?, ?)');
  function write(name: string, array: Uint32Array | Int32Array | Float32Array): void {
    insert.run(name, Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  }
  function writePostings(name: string, postings: Postings): void {
    insert.run(`${name}.terms`, Buffer.from(postings.terms.join('\n')));
    write(`${name}.size`, Uint32Array.of(postings.size));
    write(`${name}.offsets`, postings.offsets);
    write(`${name}.documents`, postings.documents);
    write(`${name}.weights`, postings.weights);
  }
  return { write, writePostings };
}

export function readArrays(database: Database): StoredArrays {
  const select = database.prepare<[string], Buffer>('SELECT bytes FROM arrays WHERE name = ?').pluck();
  /** A copy, because numbers must start at a multiple of their size. */
  function bytesOf(name: string): ArrayBuffer {
    const bytes = select.get(name) ?? Buffer.alloc(0);
    return Uint8Array.from(bytes).buffer;
  }
  const uint32 = (name: string) => new Uint32Array(bytesOf(name));
  const float32 = (name: string) => new Float32Array(bytesOf(name));
  return {
    uint32,
    int32: (name) => new Int32Array(bytesOf(name)),
    float32,
    postings(name) {
      const text = Buffer.from(bytesOf(`${name}.terms`)).toString();
      return {
        size: uint32(`${name}.size`)[0] ?? 0,
        terms: text === '' ? [] : text.split('\n'),
        offsets: uint32(`${name}.offsets`),
        documents: uint32(`${name}.documents`),
        weights: float32(`${name}.weights`),
      };
    },
  };
}
