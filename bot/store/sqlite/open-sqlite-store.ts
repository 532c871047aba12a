import { createVerdictStore } from '../../../index/learning/create-verdict-store.js';
import { delay } from '../../../index/platform/clock.js';
import { asUnusable, type Database } from '../../../index/platform/database.js';
import { Kysely, sql } from '../../../index/platform/kysely.js';
import type { Log } from '../../../index/platform/log.js';
import { type Migrations, migrate } from '../../../index/platform/migrate.js';
import { sqliteDialect } from '../../../index/platform/sqlite-dialect.js';
import type { ConversationStore } from '../conversation-store.js';
import { migrations } from '../migrations.js';
import type { Store } from '../store.js';
import type { Tables } from '../tables.js';
import { startCheckpoints } from './checkpoints.js';
import { compactStore } from './compact-store.js';
import { GroupCommitDriver } from './group-commit-driver.js';
import { createRawSearch } from './raw-search.js';
import { createStoreHealth } from './store-health.js';

export interface SqliteStoreOptions {
  readonly log: Log;
  /** Path of the file in which earlier versions kept verdicts: taken over and deleted where it is there. */
  readonly earlierVerdicts?: string;
  /** Told how long each group of transactions took to reach the disk, in seconds. */
  readonly onCommit?: (seconds: number) => void;
  /** Whether a thread moves the write-ahead log into the file; the built program has one. */
  readonly hasCheckpoints?: boolean;
}

/**
 * Makes the conversation store of an open SQLite database, whose tables it brings up to date. Closing the store closes the
 * database.
 * @throws STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function openSqliteStore(
  database: Database,
  { log, earlierVerdicts, hasCheckpoints = false, onCommit }: SqliteStoreOptions,
): Promise<ConversationStore> {
  const rawSearch = createRawSearch(database.memory ? null : database.name);
  const health = createStoreHealth({ database, log });
  const checkpoints = hasCheckpoints ? startCheckpoints(database, log) : null;
  const tables = await openTables(database, migrations, (error) => health.failed(error), onCommit);
  return {
    name: database.name,
    tables,
    verdicts: await createVerdictStore(tables, earlierVerdicts ?? null),
    notWritableBecause: () => health.notWritableBecause(),
    look: () => health.look(),
    purge: () => emptyJournal(tables),
    scrubWords: () => mergeWords(tables),
    findInBytes: (pieces) => rawSearch.find(pieces),
    compact: () => compactStore(tables, database, hasCheckpoints),
    async close() {
      await tables.destroy();
      await rawSearch.close();
      await checkpoints?.stop();
    },
  };
}

/**
 * The tables of an open SQLite database, brought up to date.
 *
 * Deleted rows are overwritten with zeros, so that personal data past its date is gone from the file as well.
 * @param onFailure told of every statement and flush that failed, beside whoever asked for it
 * @throws STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function openTables(
  database: Database,
  migrations: Migrations,
  onFailure: (error: unknown) => void = () => {},
  onCommit: (seconds: number) => void = () => {},
): Promise<Store> {
  try {
    database.pragma('secure_delete = ON');
    const store = new Kysely<Tables>({
      dialect: sqliteDialect(() => new GroupCommitDriver(database, undefined, onFailure, onCommit)),
    });
    await migrate(store, migrations, 'kysely');
    return store;
  } catch (error) {
    throw asUnusable(database.name, error);
  }
}

/** Pages of the full-text index (4 KB each) that are written anew in one step: some milliseconds. */
const PAGES_A_STEP = 100;

/**
 * Writes the full-text index anew, step by step. Its own `secure-delete` overwrites words of deleted lines, but not the
 * beginnings of words that lead from one page to the next (fts5.html: "merge" with a negative number begins with all
 * segments; a step that changes fewer than two rows had nothing to do).
 */
async function mergeWords(store: Store): Promise<void> {
  for (let pages = -PAGES_A_STEP; ; pages = PAGES_A_STEP) {
    const changed = await store.transaction().execute(async (write) => {
      const before = await changesSoFar(write);
      await sql`insert into search_index (search_index, rank) values ('merge', ${sql.lit(pages)})`.execute(
        write,
      );
      return (await changesSoFar(write)) - before;
    });
    if (changed < 2) return;
  }
}

async function changesSoFar(store: Store): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(store);
  return rows[0]?.changes ?? 0;
}

const MOST_TRIES = 20;
const TRY_AGAIN_MS = 100;

/** Empties SQLite's write-ahead log, in which rows that were deleted would live on for a while. */
async function emptyJournal(store: Store): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(store);
    if (rows[0]?.busy !== 1) return;
    // The thread that moves the log into the file is at it (see `startCheckpoints`); SQLite does not wait for it.
    await delay(TRY_AGAIN_MS);
  }
}
