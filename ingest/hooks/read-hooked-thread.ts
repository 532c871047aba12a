import { isCoded } from '../../index/platform/errors.js';
import type { Source } from '../sources/contracts.js';
import type { SourceHooksParts } from './contracts.js';
import type { Settling } from './settle-thread.js';

/** A thread that could not be read is tried again after so long, and then left to the next run. */
const TRIES_AFTER_MS = [2_000, 10_000, 30_000];

/** When reading ends, whatever is under way. */
export interface HooksEnd {
  isStopped(): boolean;
  readonly stopped: Promise<void>;
  /** Whether a thread is to be read once more. */
  isWaiting(itemId: string): boolean;
}

/** Reads a thread again and settles what becomes of its answer; what cannot be read stays noted. Throws no coded error. */
export function hookedThreadReader(
  parts: SourceHooksParts,
  end: HooksEnd,
): (itemId: string) => Promise<void> {
  const { rules, withdrawals, heldItem, patience, log } = parts;
  const sources = new Map<string, Promise<Source>>();

  return async (itemId) => {
    for (const wait of [...TRIES_AFTER_MS, null]) {
      const outcome = await settle(itemId).catch((error: unknown) => {
        if (!isCoded(error)) throw error;
        return { unread: error.code };
      });
      if (typeof outcome === 'string' && outcome !== 'unread') {
        // What the live release does not hold as it is now, the next run reads too; and what its community spoke of again since.
        if (outcome === 'stands' && !end.isWaiting(itemId)) withdrawals.forget([itemId]);
        return log.info('A thread was read again because its community said so.', { itemId, outcome });
      }
      if (wait === null || end.isStopped()) {
        const reason = typeof outcome === 'string' ? outcome : outcome.unread;
        return log.warn('A thread could not be read again; the next run reads it.', { itemId, reason });
      }
      await Promise.race([patience.wait(wait), end.stopped]);
    }
  };

  async function settle(itemId: string): Promise<Settling> {
    const name = itemId.slice(0, itemId.indexOf(':'));
    const source = await open(name);
    // Loaded with the first call, as parsers are: what makes an item takes memory that a start does not need.
    const { settleThread } = await import('./settle-thread.js');
    let outcome: Settling = 'unread';
    for await (const row of source.readAgain?.([itemId.slice(name.length + 1)]) ?? []) {
      if (end.isStopped()) return 'unread';
      const now = patience.now();
      outcome = settleThread(row, itemId, { source: name, rules, withdrawals, heldItem, now });
    }
    return outcome;
  }

  function open(name: string): Promise<Source> {
    const opened = sources.get(name) ?? parts.open(name);
    sources.set(name, opened);
    opened.catch(() => sources.delete(name));
    return opened;
  }
}
