import type { DocumentTerms } from '../lexical/document-terms.js';
import type { Database } from '../platform/database.js';

/** The numbers of a release that a server keeps in memory, stored as bytes by name (little endian). */
export interface StoredArrays {
  readonly uint32: (name: string) => Uint32Array;
  readonly int32: (name: string) => Int32Array;
  readonly float32: (name: string) => Float32Array;
  readonly documentTerms: (name: string) => DocumentTerms;
}

export function createArrays(database: Database): void {
  database.exec('CREATE TABLE arrays (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID');
}

/** Functions that store an array or the terms of documents under a name. */
export function arrayWriter(database: Database) {
  const insert = database.prepare<[string, Uint8Array]>('INSERT INTO arrays (name, bytes) VALUES (?, ?)');
  function write(name: string, array: Uint8Array | Uint32Array | Int32Array | Float32Array): void {
    insert.run(name, Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  }
  function writeDocumentTerms(name: string, { terms, offsets, held, counts }: DocumentTerms): void {
    insert.run(`${name}.terms`, Buffer.from(terms.join('\n')));
    write(`${name}.offsets`, offsets);
    write(`${name}.held`, held);
    write(`${name}.counts`, counts);
  }
  return { write, writeDocumentTerms };
}

export function readArrays(database: Database): StoredArrays {
  const select = database.prepare<[string], Buffer>('SELECT bytes FROM arrays WHERE name = ?').pluck();
  /** The bytes themselves where numbers can start at them, a copy where not. */
  function bytesOf(name: string): ArrayBuffer {
    const { buffer, byteOffset, byteLength } = select.get(name) ?? Buffer.alloc(0);
    const isWhole = byteOffset === 0 && byteLength === buffer.byteLength;
    return (isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
  }
  const uint32 = (name: string) => new Uint32Array(bytesOf(name));
  const float32 = (name: string) => new Float32Array(bytesOf(name));
  return {
    uint32,
    int32: (name) => new Int32Array(bytesOf(name)),
    float32,
    documentTerms(name) {
      const text = Buffer.from(bytesOf(`${name}.terms`)).toString();
      return {
        terms: text === '' ? [] : text.split('\n'),
        offsets: uint32(`${name}.offsets`),
        held: uint32(`${name}.held`),
        counts: new Uint8Array(bytesOf(`${name}.counts`)),
      };
    },
  };
}
