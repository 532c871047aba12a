import type { TextReading } from '../../index/contracts/embedder.js';

/** Numbers in the vectors of texts and of tokens. */
export interface ReadingDimensions {
  readonly texts: number;
  readonly tokens: number;
}

/** The vector as 32-bit floats, then the numbers of the tokens as 32-bit integers, then their rows as bytes. */
export function packReading({ vector, tokens }: TextReading): Buffer {
  return Buffer.concat([bytesOf(vector), bytesOf(tokens.ids), bytesOf(tokens.rows)]);
}

/** What `packReading` wrote; which words the tokens belong to is not kept, every token counts as a word. */
export function unpackReading(packed: Buffer, { texts, tokens }: ReadingDimensions): TextReading {
  // Copied, because a view on numbers of four bytes must begin at a multiple of four.
  const { buffer } = new Uint8Array(packed);
  const vectorBytes = texts * Float32Array.BYTES_PER_ELEMENT;
  const count = (buffer.byteLength - vectorBytes) / (Uint32Array.BYTES_PER_ELEMENT + tokens);
  const ids = new Uint32Array(buffer, vectorBytes, count);
  return {
    vector: new Float32Array(buffer, 0, texts),
    tokens: {
      ids,
      rows: new Int8Array(buffer, vectorBytes + ids.byteLength),
      wordOfToken: Uint32Array.from(ids.keys()),
    },
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array | Int8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
