import { readFileSync } from 'node:fs';
import { writeFileAtomically } from '../../index/platform/files.js';

/** Counted up where a vector of the same text and model comes to be another one. */
const VERSION = 1;
const NEWLINE = 0x0a;
const BYTES_OF_NUMBER = 4;

/** Vectors of texts that are the same at every start, kept from one to the next. */
export interface KeptVectors {
  /** What was kept, by text; empty where nothing that counts is there. */
  read(): ReadonlyMap<string, Float32Array>;
  /** Keeps these in place of what was kept. Never throws: without them the next start computes them anew. */
  write(vectors: ReadonlyMap<string, Float32Array>): void;
}

interface Head {
  readonly version: number;
  readonly embedder: string;
  readonly dimensions: number;
  readonly texts: readonly string[];
}

/**
 * Keeps vectors in a file: a line of JSON that names texts and model, then the numbers (32 bits, little-endian), text by text.
 * A file of another model, a broken one, or one that cannot be read counts as none.
 * @param embedder identity of the model that the vectors are of
 * @param onFailure told where they could not be written
 */
export function openKeptVectors(
  path: string,
  { embedder, onFailure }: { readonly embedder: string; readonly onFailure: (error: unknown) => void },
): KeptVectors {
  return {
    read() {
      try {
        return unpack(readFileSync(path), embedder);
      } catch {
        return new Map();
      }
    },
    write(vectors) {
      try {
        writeFileAtomically(path, pack(vectors, embedder));
      } catch (error) {
        onFailure(error);
      }
    },
  };
}

function pack(vectors: ReadonlyMap<string, Float32Array>, embedder: string): Buffer {
  const texts = [...vectors.keys()];
  const dimensions = vectors.get(texts[0] ?? '')?.length ?? 0;
  const head: Head = { version: VERSION, embedder, dimensions, texts };
  const numbers = Buffer.alloc(texts.length * dimensions * BYTES_OF_NUMBER);
  [...vectors.values()].forEach((vector, row) => {
    vector.forEach((number, axis) => {
      numbers.writeFloatLE(number, (row * dimensions + axis) * BYTES_OF_NUMBER);
    });
  });
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), numbers]);
}

/** @throws where a file holds something else */
function unpack(file: Buffer, embedder: string): ReadonlyMap<string, Float32Array> {
  const begin = file.indexOf(NEWLINE) + 1;
  const { version, embedder: from, dimensions, texts } = JSON.parse(file.toString('utf8', 0, begin)) as Head;
  const isWhole = file.length - begin === texts.length * dimensions * BYTES_OF_NUMBER;
  if (version !== VERSION || from !== embedder || !isWhole) return new Map();
  const rows = texts.map((text, row): [string, Float32Array] => {
    const at = begin + row * dimensions * BYTES_OF_NUMBER;
    return [
      text,
      Float32Array.from({ length: dimensions }, (_, axis) => file.readFloatLE(at + axis * BYTES_OF_NUMBER)),
    ];
  });
  // A number that is none would make every closeness none.
  return rows.every(([, vector]) => vector.every(Number.isFinite)) ? new Map(rows) : new Map();
}
