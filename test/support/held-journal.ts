import type { Database } from '../../index/platform/database.js';
import { Sqlite } from '../../index/platform/sqlite.js';

const MOST_TRIES = 200;

/**
 * Empties a database's write-ahead log and keeps it from being used over again, as a reader does that stays: from now
 * on every commit of the program needs room on the disk. Otherwise it may find enough in the log that is there.
 * @returns how to let go of it
 */
export async function holdJournal(path: string): Promise<() => void> {
  const database = new Sqlite(path, { timeout: 0 });
  for (let tries = 0; !isEmpty(database); tries++) {
    if (tries === MOST_TRIES) throw new Error(`the log of ${path} is in use all the time`);
    // The program is at it; its next step frees the log.
    await new Promise((resolve) => setImmediate(resolve));
  }
  database.exec('begin');
  database.prepare('select count(*) from sqlite_schema').get();
  return () => database.close();
}

/** Whether nothing is left in the log, which is cut to nothing where it can be. */
function isEmpty(database: Database): boolean {
  const [row] = database.pragma('wal_checkpoint(truncate)') as { busy: number }[];
  return row?.busy === 0;
}
