import type { Database } from '../../../index/platform/database.js';
import type { MadeThread } from '../../reading/made-thread.js';

/**
 * What threads of sources that are always read whole became, so that one that did not change is not cleaned again: that takes most of
 * such a run. No text of a thread is kept, only its sign and what it became, and that goes with the thread.
 */
export interface MadeThreads {
  /** What a thread became, and that it is still there; null where it was never made, or was another one. */
  find(source: string, threadId: string, sign: string): MadeThread | null;
  /** Keeps what a thread became, at once: a run that is killed goes on behind it. */
  put(source: string, threadId: string, sign: string, made: MadeThread): void;
}

/** @param database `ingest.sqlite` */
export function openMadeThreads(database: Database): MadeThreads {
  const select = database
    .prepare<[string, string, string], string>(
      'SELECT made FROM madeThread WHERE source = ? AND threadId = ? AND sign = ?',
    )
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO madeThread VALUES (?, ?, ?, ?)');
  const see = database.prepare('INSERT OR IGNORE INTO seenThread VALUES (?, ?)');
  return {
    find(source, threadId, sign) {
      const made = select.get(source, threadId, sign);
      if (made === undefined) return null;
      see.run(source, threadId);
      return JSON.parse(made) as MadeThread;
    },
    put(source, threadId, sign, made) {
      insert.run(source, threadId, sign, JSON.stringify(made));
      see.run(source, threadId);
    },
  };
}

/**
 * Drops what threads of the run's sources (`runSource`) became that these no longer have. Called within the transaction that makes
 * incoming items the sources' items.
 */
export function dropGoneThreads(database: Database): void {
  database.exec(`
    DELETE FROM madeThread WHERE source IN (SELECT name FROM runSource) AND NOT EXISTS (
      SELECT 1 FROM seenThread
      WHERE seenThread.source = madeThread.source AND seenThread.threadId = madeThread.threadId);
    DELETE FROM seenThread;
  `);
}
