import { countTerms } from './tokenize.js';

/** BM25: how fast repetition stops counting, and how much long documents are held back. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;

/**
 * An inverted index in flat arrays. The documents of term `t` are `documents[offsets[t] .. offsets[t+1])`, ascending;
 * `weights` beside them is the part of BM25 that does not depend on the question:
 * `tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / meanLength))`.
 */
export interface Postings {
  readonly size: number;
  /** Terms in the order of their numbers. */
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

/** Collects documents, numbered as they come, and turns them into postings. */
export interface PostingsBuilder {
  add(terms: readonly string[]): void;
  finish(): Postings;
}

export function createPostingsBuilder(): PostingsBuilder {
  const byTerm = new Map<string, { documents: number[]; counts: number[] }>();
  const lengths: number[] = [];
  return {
    add(terms) {
      const document = lengths.push(terms.length) - 1;
      for (const [term, count] of countTerms(terms)) {
        const entry = byTerm.get(term);
        if (entry) {
          entry.documents.push(document);
          entry.counts.push(count);
        } else byTerm.set(term, { documents: [document], counts: [count] });
      }
    },
    finish() {
      const total = lengths.reduce((sum, length) => sum + length, 0);
      const meanLength = total / lengths.length || 1;
      const terms = [...byTerm.keys()].sort();
      const entries = terms.map((term) => byTerm.get(term) ?? { documents: [], counts: [] });
      const offsets = new Uint32Array(terms.length + 1);
      entries.forEach((entry, at) => {
        offsets[at + 1] = (offsets[at] ?? 0) + entry.documents.length;
      });
      const documents = new Uint32Array(offsets[terms.length] ?? 0);
      const weights = new Float32Array(documents.length);
      entries.forEach((entry, at) => {
        documents.set(entry.documents, offsets[at]);
        const values = entry.counts.map((count, place) =>
          termWeight(count, (lengths[entry.documents[place] ?? 0] ?? 0) / meanLength),
        );
        weights.set(values, offsets[at]);
      });
      return { size: lengths.length, terms, offsets, documents, weights };
    },
  };
}

function termWeight(count: number, relativeLength: number): number {
  const { k1, b } = BM25;
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength));
}
