import type { Embedder, TextReading, TokenVectors } from '../../index/contracts/embedder.js';
import type { LearnedRanking } from '../../index/contracts/learned-ranking.js';

/** Numbers in a vector of the fake embedder. */
export const FAKE_DIMENSIONS = 64;

/**
 * A fast embedder without a model, for tests: words and character trigrams, hashed into a bag of unit length.
 *
 * Texts that share words or parts of words are near each other; a text always gets the same vector. Questions and
 * passages are embedded alike. Tokens are not compared, unless `withTokens` is put around it.
 */
export function createFakeEmbedder(id = 'fake'): Embedder & { readonly embedded: readonly string[] } {
  const embedded: string[] = [];
  const embed = async (text: string) => {
    embedded.push(text);
    return fakeVector(text);
  };
  return {
    id,
    dimensions: FAKE_DIMENSIONS,
    meanVector: null,
    embedQuestion: embed,
    embedPassage: embed,
    close: async () => {},
    /** Every text that was embedded, in order. */
    embedded,
  };
}

/** The same embedder, which reads words as tokens, each with its vector; ranked by `ranking` where it is given. */
export function withTokens(embedder: Embedder, ranking: LearnedRanking | null = null): Embedder {
  const read = async (text: string): Promise<TextReading> => ({
    vector: await embedder.embedQuestion(text),
    tokens: fakeTokens(text),
  });
  const tokens = { dimensions: FAKE_DIMENSIONS, ranking, readQuestion: read, readPassage: read };
  return { ...embedder, id: `${embedder.id}/tokens`, tokens };
}

/** A token a word: its number is a hash, its row the vector of the word alone. */
export function fakeTokens(text: string): TokenVectors {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    ids: Uint32Array.from(words, hashOf),
    rows: Int8Array.from(
      words.flatMap((word) => [...fakeVector(word)].map((value) => Math.round(127 * value))),
    ),
    wordOfToken: Uint32Array.from(words.keys()),
  };
}

/** The vector of a text: unit length, the first axis for a text without words. */
export function fakeVector(text: string): Float32Array {
  const vector = new Float32Array(FAKE_DIMENSIONS);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    add(vector, word, 1);
    const padded = `_${word}_`;
    for (let start = 0; start + 3 <= padded.length; start++) add(vector, padded.slice(start, start + 3), 0.4);
  }
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  return length === 0 ? vector : vector.map((value) => value / length);
}

function add(vector: Float32Array, feature: string, weight: number): void {
  const hash = hashOf(feature);
  const axis = hash % FAKE_DIMENSIONS;
  const sign = hash & 0x10000 ? 1 : -1;
  vector[axis] = (vector[axis] ?? 0) + sign * weight;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
