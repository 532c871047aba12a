import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexErrors } from '../errors.js';
import { messageOf } from '../platform/errors.js';
import { writeFileAtomically } from '../platform/files.js';
import { RELEASE_ID } from './release-files.js';

const POINTER_FILE = 'current';
const REMEMBERED = 20;

/**
 * Ids that are or were live, the live one first: the lines of the file `current`. It is always replaced as a whole, so a
 * reader sees the old pointer or the new one. Empty where nothing was ever published.
 * @throws RELEASE_POINTER_UNREADABLE
 */
export function readPointer(directory: string): string[] {
  const path = join(directory, POINTER_FILE);
  if (!existsSync(path)) return [];
  return read(path)
    .split('\n')
    .filter((line) => RELEASE_ID.test(line));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw indexErrors.RELEASE_POINTER_UNREADABLE({ path, reason: messageOf(error) }, error);
  }
}

export function writePointer(directory: string, ids: readonly string[]): void {
  writeFileAtomically(join(directory, POINTER_FILE), `${ids.slice(0, REMEMBERED).join('\n')}\n`);
}
