import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from '../../../index/platform/database.js';
import { botErrors } from '../../errors.js';

export const SERVER_LOCK = 'server-lock.sqlite';
/** There while a restore puts files in their place: what stands in the folder is half of one state, half of another. */
export const RESTORE_MARK = 'restore-unfinished';
/** Where a restore gathers files before. */
export const RESTORE_STAGING = 'restore-new.tmp';

/**
 * Lets one server at a time work in a folder: two would each hold conversations in memory that the other one changes, so
 * that customers of one do not hear what is said at the other. Taken before anything is read; a killed server holds nothing.
 *
 * @returns how to let go of it
 * @throws SERVER_RUNNING, RESTORE_UNFINISHED, DATABASE_UNUSABLE
 */
export function takeServerLock(directory: string): () => void {
  const release = holdLock(join(directory, SERVER_LOCK));
  if (release === null) throw botErrors.SERVER_RUNNING({ directory });
  if (existsSync(join(directory, RESTORE_MARK))) {
    release();
    throw botErrors.RESTORE_UNFINISHED({ directory });
  }
  // A restore that was cut short before it changed anything.
  rmSync(join(directory, RESTORE_STAGING), { recursive: true, force: true });
  return release;
}
