import { join } from 'node:path';
import { holdLock } from '../../../index/platform/database.js';
import { botErrors } from '../../errors.js';

/**
 * Lets one server at a time work in a folder: two would each hold conversations in memory that the other one changes, so
 * that customers of one do not hear what is said at the other. Taken before anything is read; a killed server holds nothing.
 *
 * @returns how to let go of it
 * @throws SERVER_RUNNING, DATABASE_UNUSABLE
 */
export function takeServerLock(directory: string): () => void {
  const release = holdLock(join(directory, 'server-lock.sqlite'));
  if (release === null) throw botErrors.SERVER_RUNNING({ directory });
  return release;
}
