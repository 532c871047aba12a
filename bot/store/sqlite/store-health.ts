import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '../../../index/platform/database.js';
import { freeBytesOf } from '../../../index/platform/files.js';
import type { Log } from '../../../index/platform/log.js';

/** Whether the conversation store can be written, looked at from outside of any customer's request. */
export interface StoreHealth {
  /** Why nothing can be kept now, in a sentence without paths; null when it can. */
  notWritableBecause(): string | null;
  /** Takes note of a statement or flush that failed. */
  failed(error: unknown): void;
  /** Looks at the file and its disk, and writes something without meaning. Never throws, and waits for no lock. */
  look(): Promise<void>;
}

export interface StoreHealthParts {
  readonly database: Database;
  readonly log: Log;
  /** Bytes that are left on the disk of a folder; only tests give another one. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** With less than this the next customers fill it: a commit needs some pages, moving the log into the file some more. */
const LEAST_FREE_BYTES = 2_000_000;
/** A lock of another program that is met so often in a row is not one that passes by. */
const MOST_LOCKED = 3;
const MOST_TRIES = 50;

const FULL = 'the disk of the conversation store is full: make room';
const DAMAGED = 'the conversation store is damaged: stop the program and put back a backup';
const GONE = 'the file of the conversation store was removed or replaced: stop the program and put it back';
const LOCKED = 'another program holds the conversation store: end it, or wait until it is done';
const FORBIDDEN = 'the conversation store may not be written: check the rights of its folder';

/** What the errors of SQLite and of the system mean for the store; none for those that say nothing about it. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, FULL],
  // A file that ends too early was cut off.
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/, DAMAGED],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|EROFS|EACCES)/, FORBIDDEN],
  [/^(SQLITE_IOERR|EIO)/, 'the disk of the conversation store fails'],
  [/^SQLITE_(BUSY|LOCKED)/, LOCKED],
];

export function createStoreHealth(parts: StoreHealthParts): StoreHealth {
  const { database, log, freeBytes = freeBytesOf } = parts;
  const path = database.memory ? null : database.name;
  const inode = path && statSync(path, { bigint: true }).ino;
  let reason: string | null = null;
  /** Damage stays: what could still be written may lie on top of it. */
  let isDamaged = false;
  let timesLocked = 0;

  function conclude(found: string | null): void {
    if (found === DAMAGED) isDamaged = true;
    const next = isDamaged ? DAMAGED : found;
    if (next === reason) return;
    reason = next;
    if (next === null) log.info('The conversation store can be written again.');
    else log.error('The conversation store cannot be written.', { reason: next });
  }

  async function isGone(): Promise<boolean> {
    if (path === null) return false;
    try {
      return (await stat(path, { bigint: true })).ino !== inode;
    } catch (error) {
      return codeOf(error) === 'ENOENT';
    }
  }

  async function isFull(): Promise<boolean> {
    if (path === null) return false;
    // A file system that does not tell how much is left is judged by the write.
    const free = await freeBytes(dirname(path)).catch(() => Number.POSITIVE_INFINITY);
    return free < LEAST_FREE_BYTES;
  }

  /** Writes a number over itself; null where a transaction is under way all the time, which tells of itself. */
  async function write(): Promise<string | null> {
    for (let tries = 0; database.inTransaction; tries++) {
      if (tries === MOST_TRIES) return null;
      await new Promise((resolve) => setImmediate(resolve));
    }
    try {
      writeOver(database);
      timesLocked = 0;
      return null;
    } catch (error) {
      const found = reasonOf(error) ?? 'the conversation store cannot be written';
      timesLocked = found === LOCKED ? timesLocked + 1 : 0;
      return found === LOCKED && timesLocked < MOST_LOCKED ? reason : found;
    }
  }

  return {
    notWritableBecause: () => reason,
    failed(error) {
      const found = reasonOf(error);
      // Somebody waited for the lock in vain; whether it stays, the looks tell.
      if (found !== null && found !== LOCKED) conclude(found);
    },
    async look() {
      if (!database.open) return;
      const found = (await isGone()) ? GONE : (await isFull()) ? FULL : null;
      conclude(found ?? (database.open ? await write() : null));
    },
  };
}

/** In one go, so that nobody else meets the short patience. */
function writeOver(database: Database): void {
  const patienceMs = Number(database.pragma('busy_timeout', { simple: true }));
  database.pragma('busy_timeout = 0');
  try {
    // Kysely keeps its versions in tables of its own; this number means nothing here.
    database.pragma(`user_version = ${Number(database.pragma('user_version', { simple: true }))}`);
  } finally {
    database.pragma(`busy_timeout = ${patienceMs}`);
  }
}

function reasonOf(error: unknown): string | null {
  const code = codeOf(error);
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
