import { delay } from '../../index/platform/clock.js';
import { asUnusable, type Database } from '../../index/platform/database.js';
import { botErrors } from '../errors.js';
import {
  type Dialect,
  Kysely,
  type Migration,
  Migrator,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Transaction,
} from './kysely.js';
import { GroupCommitDriver } from './sqlite/group-commit-driver.js';
import type { Tables } from './tables.js';

/** The conversation store, or a transaction on it: reading functions take either. */
export type Store = Kysely<Tables>;

/** A transaction. Within one, use nothing but it: the store itself waits until the transaction has ended. */
export type Write = Transaction<Tables>;

/** What a migration changes: a database whose tables are not known yet. */
export type Blank = Kysely<unknown>;

/** Steps by name, each a change that is made whole or not at all. */
export type Migrations = Readonly<Record<string, (database: Blank) => Promise<void>>>;

/**
 * Takes over an open SQLite database as conversation store and brings its tables up to date.
 *
 * Deleted rows are overwritten with zeros, so that personal data past its date is gone from the file as well.
 * Closing the store (`destroy`) closes the database.
 * @param onFailure told of every statement and flush that failed, beside whoever asked for it
 * @throws STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function openStore(
  database: Database,
  migrations: Migrations,
  onFailure: (error: unknown) => void = () => {},
): Promise<Store> {
  try {
    database.pragma('secure_delete = ON');
    return await migrated(new Kysely<Tables>({ dialect: dialectOn(database, onFailure) }), migrations);
  } catch (error) {
    throw asUnusable(database.name, error);
  }
}

async function migrated(store: Store, migrations: Migrations): Promise<Store> {
  const provider = { getMigrations: async () => stepsOf(migrations) };
  const { error, results } = await new Migrator({ db: store, provider }).migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error');
    throw botErrors.STORE_NOT_MIGRATED({ migration: failed?.migrationName ?? 'before the first' }, error);
  }
  return store;
}

const MOST_TRIES = 20;
const TRY_AGAIN_MS = 100;

/** Empties SQLite's write-ahead log, in which rows that were deleted would live on for a while. */
export async function emptyJournal(store: Store): Promise<void> {
  if (!(store.getExecutor().adapter instanceof SqliteAdapter)) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(store);
    if (rows[0]?.busy !== 1) return;
    // The thread that moves the log into the file is at it (see `startCheckpoints`); SQLite does not wait for it.
    await delay(TRY_AGAIN_MS);
  }
}

function stepsOf(migrations: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, change]) => [
      name,
      {
        // On SQLite the migrator starts no transaction of its own, on PostgreSQL it does.
        up: (database: Blank) =>
          database.isTransaction ? change(database) : database.transaction().execute(change),
      },
    ]),
  );
}

function dialectOn(database: Database, onFailure: (error: unknown) => void): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new GroupCommitDriver(database, undefined, onFailure),
    createIntrospector: (store) => new SqliteIntrospector(store),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
