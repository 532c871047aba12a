import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isCoded, messageOf } from './errors.js';
import { platformErrors } from './platform-errors.js';
import { Sqlite, type SqliteStatement } from './sqlite.js';

/** An open SQLite database. This file is the one door to it. */
export type Database = InstanceType<typeof Sqlite>;
export type PreparedStatement<
  Parameters extends unknown[] | object = unknown[],
  Row = unknown,
> = SqliteStatement<Parameters extends unknown[] ? Parameters : [Parameters], Row>;

interface DatabaseOptions {
  /** Opens an existing file that nobody writes: no journal, no locks of its own. */
  readonly isReadOnly?: boolean;
}

/** What a disk, a lock or a damaged file makes SQLite say; other codes are mistakes of ours. */
const BEYOND_US = /^SQLITE_(FULL|CORRUPT|NOTADB|IOERR|READONLY|CANTOPEN|PERM|BUSY)/;

/**
 * Opens the SQLite file at `path` (`:memory:` for one that lives in memory), making its folder where needed.
 *
 * Writable files use write-ahead logging with `synchronous = FULL`: what was committed is there after a power cut.
 * @throws DATABASE_UNUSABLE
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  try {
    if (options.isReadOnly) return new Sqlite(path, { readonly: true, fileMustExist: true });
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new Sqlite(path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    return database;
  } catch (error) {
    throw platformErrors.DATABASE_UNUSABLE({ path, reason: messageOf(error) }, error);
  }
}

/** What was read out of a database that several processes write; asked often, read seldom. */
interface CurrentReading<Value> {
  /** As the database is now: read anew only where somebody wrote it since. */
  get(): Value;
  /** Writes in one transaction that holds the database from its beginning on, and gives back what the work gives. */
  write<Result>(work: () => Result): Result;
}

/**
 * Keeps what `read` found until this connection writes through it or another one commits.
 * @param read reads all that is asked for; not called before it is
 */
export function createCurrentReading<Value>(database: Database, read: () => Value): CurrentReading<Value> {
  let seen: { readonly version: number; readonly value: Value } | null = null;
  return {
    get() {
      // Changes with each commit of another connection, and costs no reading of tables.
      const version = Number(database.pragma('data_version', { simple: true }));
      if (seen?.version !== version) seen = { version, value: read() };
      return seen.value;
    },
    write(work) {
      const result = database.transaction(work).immediate();
      seen = null;
      return result;
    },
  };
}

/** More pages than a database has: all of them are copied in one step. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies a database as it is at one moment, also while other processes write it (SQLite's online backup). All pages are
 * copied under one read lock: between several steps a writer would make it begin anew, again and again on a busy server.
 * Not for the process that serves from the file: it would stand still meanwhile.
 * @param to a file that is not there yet
 * @throws DATABASE_UNUSABLE, also for a database that is damaged
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  let database: Database | null = null;
  try {
    database = openDatabase(path, { isReadOnly: true });
    await database.backup(to, { progress: () => ALL_PAGES });
  } catch (error) {
    throw asUnusable(path, error);
  } finally {
    database?.close();
  }
}

/**
 * Looks through a database for damage (SQLite's quick_check).
 * @throws DATABASE_UNUSABLE
 */
export function checkDatabase(path: string): void {
  let database: Database | null = null;
  try {
    database = openDatabase(path, { isReadOnly: true });
    const found = String(database.pragma('quick_check(1)', { simple: true }));
    if (found !== 'ok') throw platformErrors.DATABASE_UNUSABLE({ path, reason: found });
  } catch (error) {
    throw asUnusable(path, error);
  } finally {
    database?.close();
  }
}

/**
 * Holds a file as a lock between processes: an open write transaction, which the system ends with its process however that
 * ends, so that nobody who was killed holds anything.
 * @returns how to let go of it; null where another process holds it
 * @throws DATABASE_UNUSABLE
 */
export function holdLock(path: string): (() => void) | null {
  let database: Database | null = null;
  try {
    database = openDatabase(path);
    database.pragma('busy_timeout = 0');
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    database?.close();
    if (findSqliteError(error)?.code.startsWith('SQLITE_BUSY')) return null;
    throw asUnusable(path, error);
  }
  const held = database;
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}

/**
 * Makes DATABASE_UNUSABLE of an error that a disk, a lock or a damaged file has caused at an open database, however deep
 * that cause lies; gives any other error back as it is.
 */
export function asUnusable(path: string, error: unknown): unknown {
  const cause = findSqliteError(error);
  if (!cause || isCoded(error, 'DATABASE_UNUSABLE') || !BEYOND_US.test(cause.code)) return error;
  return platformErrors.DATABASE_UNUSABLE({ path, reason: cause.message }, error);
}

function findSqliteError(error: unknown): InstanceType<typeof Sqlite.SqliteError> | null {
  if (error instanceof Sqlite.SqliteError) return error;
  return error instanceof Error && error.cause !== undefined ? findSqliteError(error.cause) : null;
}
