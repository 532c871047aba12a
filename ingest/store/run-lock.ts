import { join } from 'node:path';
import { holdLock } from '../../index/platform/database.js';
import { ingestErrors } from '../errors.js';

/**
 * Lets one run at a time work in a folder; a killed run holds nothing.
 *
 * @returns how to let go of it
 * @throws INGEST_RUNNING, DATABASE_UNUSABLE
 */
export function takeRunLock(directory: string): () => void {
  const release = holdLock(join(directory, 'ingest-lock.sqlite'));
  if (release === null) throw ingestErrors.INGEST_RUNNING({ directory });
  return release;
}
