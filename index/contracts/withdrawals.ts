/**
 * What was taken back since a release was built, as types.
 */
import type { Item } from './items.js';

/** An answer that is told no more. */
export interface WithdrawnAnswer {
  readonly itemId: string;
  /** Link to it, by which it is known where another item tells it too; null where it has none. */
  readonly link: string | null;
}

/** What of an item makes its answer the one that it is. */
export type AnswerOfItem = Pick<Item, 'id' | 'answer' | 'author' | 'url' | 'edited' | 'sourceSign'>;

/** Answers that must not be told, whatever a release holds; kept beside the releases, so that going back brings none back. */
export interface Withdrawals {
  /** Whether the answer of an item must not be told. */
  hides(item: AnswerOfItem): boolean;
  /** Takes answers back from now on. */
  withdraw(answers: readonly WithdrawnAnswer[], at: Date): void;
  /** Takes answers back as soon as a release without them goes live; see `apply`. */
  prepare(answers: readonly WithdrawnAnswer[], at: Date): void;
  /** Takes back what was prepared, where the release that goes live holds it no more. */
  apply(isInRelease: (itemId: string) => boolean): void;
  /** Says what withdrawn items are like now that their source was asked: with this answer they may be told again. */
  confirm(items: readonly AnswerOfItem[]): void;
  /** Whether an item holds this very answer. */
  isSame(one: AnswerOfItem, other: AnswerOfItem): boolean;
  /** Ids of items that were withdrawn, those told again with another answer included. */
  ids(): string[];
  /** The same, and those that are prepared: what a run looks out for. */
  watched(): string[];
  /** Notes a thread, by the id of its item, that must be read again; false where too many are noted. */
  note(itemId: string, at: Date): boolean;
  /** Threads that must be read again, those first that were noted first. */
  noted(): string[];
  /** Forgets notes of threads that were read again. */
  forget(itemIds: readonly string[]): void;
  close(): void;
}
