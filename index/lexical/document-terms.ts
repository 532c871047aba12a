import { createGrowingNumbers } from './growing-numbers.js';
import { countTerms } from './tokenize.js';

/**
 * The terms of every document in flat arrays: those of document `d` are `held[offsets[d] .. offsets[d + 1])`, by their
 * place in `terms`, and `counts` beside them tells how often. A search scores some hundred documents that full text and
 * graphs propose, so it reads documents, not the long postings of common terms.
 */
export interface DocumentTerms {
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly held: Uint32Array;
  /** From 1; more than 255 count as 255, where BM25 has long stopped counting. */
  readonly counts: Uint8Array;
}

/** Collects documents, numbered as they come. */
interface DocumentTermsBuilder {
  add(terms: readonly string[]): void;
  finish(): DocumentTerms;
}

export function createDocumentTermsBuilder(): DocumentTermsBuilder {
  const numbers = new Map<string, number>();
  const offsets = createGrowingNumbers(Uint32Array);
  const held = createGrowingNumbers(Uint32Array);
  const counts = createGrowingNumbers(Uint8Array);
  offsets.push(0);
  return {
    add(terms) {
      for (const [term, count] of countTerms(terms)) {
        const number = numbers.get(term) ?? numbers.size;
        numbers.set(term, number);
        held.push(number);
        counts.push(Math.min(255, count));
      }
      offsets.push(held.length);
    },
    finish: () => ({
      terms: [...numbers.keys()],
      offsets: offsets.values(),
      held: held.values(),
      counts: counts.values(),
    }),
  };
}
