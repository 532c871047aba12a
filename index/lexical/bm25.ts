import type { Postings } from './postings.js';
import { countTerms } from './tokenize.js';

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
  /** The scores of all documents; cost grows with the postings. */
  scoreAll(): Float64Array;
  /** The scores of some documents, given ascending; cost grows with their number and the logarithm of the postings. */
  scoreEach(documents: Uint32Array): Float64Array;
}

/**
 * `score = sum over terms of count * idf * weight / sum over terms of count * idf`: the divisor, the question's idf mass,
 * makes scores of short and long questions comparable.
 * Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
export function createBm25(postings: Postings): Bm25 {
  const numbers = new Map(postings.terms.map((term, number) => [term, number]));
  const { size, offsets, documents, weights } = postings;

  function range(term: string): readonly [number, number] {
    const number = numbers.get(term);
    return number === undefined ? [0, 0] : [offsets[number] ?? 0, offsets[number + 1] ?? 0];
  }
  function frequency(term: string): number {
    const [start, end] = range(term);
    return end - start;
  }
  function idf(term: string): number {
    const documentsWith = frequency(term);
    return Math.log(1 + (size - documentsWith + 0.5) / (documentsWith + 0.5));
  }

  return {
    size,
    frequency,
    idf,
    query(terms) {
      const weighted = [...countTerms(terms)].map(([term, count]) => ({
        range: range(term),
        weight: count * idf(term),
      }));
      const mass = weighted.reduce((sum, { weight }) => sum + weight, 0);
      const known = weighted
        .filter(({ range: [start, end] }) => end > start)
        .map((entry) => ({ ...entry, weight: entry.weight / mass }));
      return {
        scoreAll() {
          const scores = new Float64Array(size);
          for (const {
            range: [start, end],
            weight,
          } of known) {
            for (let at = start; at < end; at++) {
              const document = documents[at] as number;
              scores[document] = (scores[document] as number) + weight * (weights[at] as number);
            }
          }
          return scores;
        },
        scoreEach(wanted) {
          const scores = new Float64Array(wanted.length);
          for (const {
            range: [start, end],
            weight,
          } of known) {
            let from = start;
            for (let place = 0; place < wanted.length && from < end; place++) {
              const document = wanted[place] as number;
              from = firstNotBelow(documents, document, from, end);
              if (from < end && documents[from] === document) {
                scores[place] = (scores[place] as number) + weight * (weights[from] as number);
              }
            }
          }
          return scores;
        },
      };
    },
  };
}

/** Where the first document at or above `wanted` stands in an ascending range: steps that double, then halving. */
function firstNotBelow(documents: Uint32Array, wanted: number, start: number, end: number): number {
  let step = 1;
  let low = start;
  let high = start;
  while (high < end && (documents[high] as number) < wanted) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
