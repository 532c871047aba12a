import type { Item, StaleReason } from '../../index/contracts/items.js';

/** A product of the company, as content people list it. */
export interface Product {
  /** As customers are told it. */
  readonly name: string;
  /** In lower case: its name and what else it is called. */
  readonly words: readonly string[];
  /** Since when it is not sold or supported any more, ISO 8601; null where it still is. */
  readonly endedAt: string | null;
}

/** What became of an answer since it was written, beside what stands in its item. */
export interface FreshnessEvidence {
  readonly now: Date;
  readonly products: readonly Product[];
  /** Votes since the answer was first seen with these words; 0 where nobody knows. */
  votesSince(id: string): number;
  /** Whether a link was found to lead nowhere, more than once. */
  isDead(link: string): boolean;
  /** Whether somebody said that this answer holds although all this speaks against it. */
  isConfirmed(item: Item, grounds: readonly string[]): boolean;
}

/** How much speaks against an answer still holding. */
export interface Freshness {
  /** Above 0 and at most 1; 0 where nothing does. */
  readonly staleness: number;
  /** What weighs most; null where nothing does. */
  readonly because: StaleReason | null;
  /** Of everything that does. */
  readonly signs: readonly StaleReason[];
  /** The product that ended; null where none did. */
  readonly product: string | null;
  /** Each single thing that speaks against it. */
  readonly grounds: readonly string[];
}

/** An answer that content people are asked to look at. */
export interface StaleItem {
  readonly item: Item;
  readonly freshness: Freshness;
}
