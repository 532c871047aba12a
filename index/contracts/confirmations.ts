/**
 * What content people said still holds, and what they were asked about, as types.
 */
import type { Item, StaleReason } from './items.js';

/** An answer that something speaks against. */
export interface StaleFinding extends Pick<Item, 'question' | 'language' | 'url'> {
  readonly itemId: string;
  /** When the words that are told were written or last edited, ISO 8601 in UTC; null where nobody knows. */
  readonly writtenAt: string | null;
  /** Above 0 and at most 1. */
  readonly staleness: number;
  /** The heaviest first. */
  readonly signs: readonly StaleReason[];
  /** The product that ended; null where none did. */
  readonly product: string | null;
  readonly laterDoubts: number;
  /** sha256 of the answer as it is told. */
  readonly answerHash: string;
  /** Each single thing that speaks against it, in an order and form of its own; what a confirmation covers. */
  readonly grounds: readonly string[];
}

/** That a person said an answer still holds, whatever spoke against it then. */
export interface Confirmation extends Pick<StaleFinding, 'itemId' | 'question' | 'answerHash' | 'grounds'> {
  /** Name of the person, for colleagues. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What people said still holds. It counts for the words it was said of, until something else speaks against them. */
export interface Confirmations {
  /** The newest first. */
  confirmed(): readonly Confirmation[];
  /** Keeps one in place of the one before; of too many the oldest is forgotten. */
  confirm(confirmation: Confirmation): void;
  /** Takes one back. @returns false where it is not there any more */
  unconfirm(itemId: string, at: string): boolean;
}
