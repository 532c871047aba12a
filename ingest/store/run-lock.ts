import { join } from 'node:path';
import { type Database, openDatabase } from '../../index/platform/database.js';
import { ingestErrors } from '../errors.js';

/**
 * Lets one run at a time work in a folder. The lock is an open write transaction, which the system ends with its
 * process: a killed run holds nothing.
 *
 * @returns how to let go of it
 * @throws INGEST_RUNNING
 */
export function takeRunLock(directory: string): () => void {
  let database: Database | null = null;
  try {
    database = openDatabase(join(directory, 'ingest-lock.sqlite'));
    database.pragma('busy_timeout = 0');
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    database?.close();
    throw isBusy(error) ? ingestErrors.INGEST_RUNNING({ directory }, error) : error;
  }
  const held = database;
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isLocked = 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY');
  return isLocked || isBusy(error.cause);
}
