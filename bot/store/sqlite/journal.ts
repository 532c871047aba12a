import { type FileHandle, open } from 'node:fs/promises';
import type { Database } from '../../../index/platform/database.js';
import { shareRuns } from './share-runs.js';

/** The write-ahead log of a database, as far as it must reach the disk. */
export interface Journal {
  /** Resolves when all that was committed before the call is on the disk; rejects when the disk refuses. */
  flush(): Promise<void>;
  /** Ends what is being flushed. Call it before the database is closed. */
  close(): Promise<void>;
}

/**
 * Takes over from SQLite when commits are brought to the disk. SQLite would do it inside `commit`, on the main thread,
 * which stands still for some milliseconds; here it is done by `fdatasync` in a thread of Node's pool. What a commit
 * promises is the same, as long as nobody is told of it before `flush` resolves (sqlite.org/wal.html: with
 * `synchronous = NORMAL` the log is whole at any moment, only the last commits may be missing after a power cut).
 *
 * A database without a log file (in memory, or where the folder allows none) keeps its own ways.
 */
export function openJournal(database: Database): Journal {
  if (database.pragma('journal_mode', { simple: true }) !== 'wal') {
    return { flush: async () => {}, close: async () => {} };
  }
  database.pragma('synchronous = NORMAL');
  let file: FileHandle | null = null;
  const flush = shareRuns(async () => {
    // SQLite keeps one log file as long as a connection is open; it is there from the first commit.
    file ??= await open(`${database.name}-wal`, 'r+');
    await file.datasync();
  });
  return {
    flush,
    async close() {
      if (file) await flush();
      await file?.close();
      file = null;
    },
  };
}
