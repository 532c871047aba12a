import type { Embedder, TextReading } from '../../../index/contracts/embedder.js';
import { normalFrom, randomFrom } from '../../../index/platform/random.js';

const DIMENSIONS = 384;
const TOKEN_DIMENSIONS = 96;
/** Texts of a model lie in one corner of its space: so much of each vector is the same. */
const SHARED = 0.8;
const MOST_TOKENS = 60;

/**
 * Stands in for the model where what is measured is all but the model: a text's vector is the sum of its words', with a common
 * part, so that texts that share words are near. Reading one takes some microseconds.
 */
export function openStoredVectors(): Embedder {
  const known = new Map<string, Float32Array>();
  const tokenRows = new Map<string, Int8Array>();
  const common = vectorOf('\u0000common', DIMENSIONS);
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const vectorOfWord = (word: string) => remembered(known, word, () => vectorOf(word, DIMENSIONS));
  const rowOfWord = (word: string) =>
    remembered(tokenRows, word, () =>
      Int8Array.from(unit(vectorOf(word, TOKEN_DIMENSIONS)), (value) => value * 127),
    );

  function vector(text: string): Float32Array {
    const sum = new Float32Array(DIMENSIONS);
    for (const word of words(text)) {
      const one = vectorOfWord(word);
      for (let axis = 0; axis < DIMENSIONS; axis++) sum[axis] = (sum[axis] as number) + (one[axis] as number);
    }
    const own = unit(sum);
    return unit(own.map((value, axis) => (1 - SHARED) * value + (SHARED * (common[axis] as number)) / 20));
  }
  async function read(text: string): Promise<TextReading> {
    const tokens = words(text).slice(0, MOST_TOKENS);
    const rows = new Int8Array(tokens.length * TOKEN_DIMENSIONS);
    for (const [place, token] of tokens.entries()) rows.set(rowOfWord(token), place * TOKEN_DIMENSIONS);
    const ids = Uint32Array.from(tokens, (token) => hashOf(token) % 250_000);
    return { vector: vector(text), tokens: { ids, rows, wordOfToken: Uint32Array.from(ids.keys()) } };
  }
  return {
    ...{ id: 'stored-vectors', dimensions: DIMENSIONS, meanVector: null },
    embedQuestion: async (text) => vector(text),
    embedPassage: async (text) => vector(text),
    tokens: { dimensions: TOKEN_DIMENSIONS, ranking: null, readQuestion: read, readPassage: read },
    close: async () => {},
  };
}

function vectorOf(word: string, dimensions: number): Float32Array {
  const normal = normalFrom(randomFrom(hashOf(word)));
  return Float32Array.from({ length: dimensions }, normal);
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function remembered<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
