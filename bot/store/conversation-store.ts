import type { VerdictStore } from '../../index/learning/verdict-store.js';
import type { Store } from './store.js';

/**
 * Where the bot keeps all it knows: its tables, what people said of answers, and the upkeep of both. One folder beside this
 * file makes one for each kind of database.
 */
export interface ConversationStore {
  /** How the store is called where something is wrong with it. */
  readonly name: string;
  readonly tables: Store;
  readonly verdicts: VerdictStore;
  /** Why nothing can be kept now, in a sentence without paths; null when it can. */
  notWritableBecause(): string | null;
  /** Looks whether something can be kept. Never throws, and waits for no lock. */
  look(): Promise<void>;
  /** Leaves nothing behind of what was deleted; call it when no transaction runs that must not wait. */
  purge(): Promise<void>;
  /**
   * Leaves nothing behind in the index of words either, where parts of deleted words may stay as signposts between its pages.
   * It goes through all of it in small steps, and `purge` belongs behind it.
   */
  scrubWords(): Promise<void>;
  /** Which pieces of text stand in the bytes of the store's files, whatever it would make of them; none where it has no files of its own. */
  findInBytes(pieces: readonly string[]): Promise<ReadonlySet<string>>;
  /** Writes the store anew without what is left between its rows. Others wait meanwhile: only where something was left. */
  compact(): Promise<void>;
  close(): Promise<void>;
}
