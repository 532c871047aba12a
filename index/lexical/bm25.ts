import type { DocumentTerms } from './document-terms.js';
import { countTerms } from './tokenize.js';

/** BM25: how fast repetition stops counting, and how much long documents are held back. */
const BM25 = { k1: 1.2, b: 0.75 } as const;

/** Scores documents against a question by BM25, as a share of what the question's terms can give at all. */
export interface Bm25 {
  readonly size: number;
  /** In how many documents a term occurs. */
  frequency(term: string): number;
  /** What a term is worth: `ln(1 + (n - df + .5) / (df + .5))`; a term nobody used has df 0. */
  idf(term: string): number;
  /** Scores for one question, given by its terms. */
  query(terms: readonly string[]): Bm25Query;
}

export interface Bm25Query {
  /** The scores of all documents. */
  scoreAll(): Float64Array;
  /** The scores of some documents; cost grows with their number and length, not with the size of the index. */
  scoreEach(documents: Uint32Array): Float64Array;
}

/**
 * `score = sum over terms of count * idf * weight / sum over terms of count * idf`: the divisor, the question's idf mass,
 * makes scores of short and long questions comparable; `weight = tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length))`.
 * Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
export function createBm25({ terms, offsets, held, counts }: DocumentTerms): Bm25 {
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const size = offsets.length - 1;
  const frequencies = frequenciesOf(held, terms.length);
  const dampings = dampingsOf(offsets, counts);
  // What each term is worth to the question that is being scored; zeros between two questions.
  const worth = new Float64Array(terms.length);

  function frequency(term: string): number {
    const number = numbers.get(term);
    return number === undefined ? 0 : (frequencies[number] ?? 0);
  }
  function idf(term: string): number {
    const documentsWith = frequency(term);
    return Math.log(1 + (size - documentsWith + 0.5) / (documentsWith + 0.5));
  }
  function scoreOf(document: number): number {
    const end = offsets[document + 1] as number;
    const damping = dampings[document] as number;
    let score = 0;
    for (let at = offsets[document] as number; at < end; at++) {
      const value = worth[held[at] as number] as number;
      if (value === 0) continue;
      const count = counts[at] as number;
      score += (value * count * (BM25.k1 + 1)) / (count + damping);
    }
    return score;
  }

  return {
    size,
    frequency,
    idf,
    query(asked) {
      const weighted = [...countTerms(asked)].map(([term, count]) => ({
        number: numbers.get(term),
        weight: count * idf(term),
      }));
      const mass = weighted.reduce((sum, { weight }) => sum + weight, 0);
      function score(documents: number, documentAt: (place: number) => number): Float64Array {
        for (const { number, weight } of weighted) if (number !== undefined) worth[number] = weight / mass;
        const scores = new Float64Array(documents);
        for (let place = 0; place < documents; place++) scores[place] = scoreOf(documentAt(place));
        for (const { number } of weighted) if (number !== undefined) worth[number] = 0;
        return scores;
      }
      return {
        scoreAll: () => score(size, (place) => place),
        scoreEach: (documents) => score(documents.length, (place) => documents[place] as number),
      };
    },
  };
}

/** In how many documents each term occurs. */
function frequenciesOf(held: Uint32Array, terms: number): Uint32Array {
  const frequencies = new Uint32Array(terms);
  for (const term of held) frequencies[term] = (frequencies[term] as number) + 1;
  return frequencies;
}

/** `k1 (1 - b + b length / mean length)` of each document. */
function dampingsOf(offsets: Uint32Array, counts: Uint8Array): Float64Array {
  const { k1, b } = BM25;
  const lengths = new Float64Array(offsets.length - 1);
  for (let document = 0; document < lengths.length; document++) {
    const end = offsets[document + 1] as number;
    let length = 0;
    for (let at = offsets[document] as number; at < end; at++) length += counts[at] as number;
    lengths[document] = length;
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  return lengths.map((length) => k1 * (1 - b + (b * length) / meanLength));
}
