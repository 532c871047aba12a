import { chmodSync, constants, copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { flush } from '../../index/platform/files.js';

const OTHERS = 0o077;
const OWNER_ONLY = 0o600;

/**
 * Copies a file for its owner alone and brings it to the disk; blocks are shared where the file system can. Returns false
 * where the file has gone meanwhile.
 */
export function copyKeptFile(from: string, to: string): boolean {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (codeOfSystem(error) === 'ENOENT') return false;
    throw error;
  }
  chmodSync(to, OWNER_ONLY);
  flush(to);
  return true;
}

/**
 * The same for a file that nobody ever writes again: another name of it where both are on one disk. One that others may read is
 * copied, since both names have the same rights.
 */
export function linkKeptFile(from: string, to: string): boolean {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const found = statSync(from, { throwIfNoEntry: false });
  if (!found) return false;
  if ((found.mode & OTHERS) !== 0) return copyKeptFile(from, to);
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Another disk, one without such names, or one name too many.
    return copyKeptFile(from, to);
  }
}

/** Code of an error of the system, such as ENOENT; '' for others. */
export function codeOfSystem(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
