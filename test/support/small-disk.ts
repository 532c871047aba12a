import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

/** A disk of its own with little room. */
export interface SmallDisk {
  readonly directory: string;
  /** Takes all room that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  makeRoom(): void;
  remove(): void;
}

/** The disk, or why there can be none here: only administrators of a machine may mount one. */
export function mountSmallDisk(
  megabytes: number,
): { readonly disk: SmallDisk } | { readonly noneBecause: string } {
  const directory = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'pipe' });
  } catch {
    rmSync(directory, { recursive: true });
    return { noneBecause: 'a disk of its own (mount -t tmpfs) needs rights that this user does not have' };
  }
  const filler = join(directory, 'filler');
  return {
    disk: {
      directory,
      fill: () => writeUntilFull(filler),
      makeRoom: () => rmSync(filler, { force: true }),
      remove() {
        execFileSync('umount', [directory], { stdio: 'pipe' });
        rmSync(directory, { recursive: true });
      },
    },
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'a');
  try {
    // Down to the last page of memory, of which a tmpfs is made.
    for (const bytes of [Buffer.alloc(1024 * 1024), Buffer.alloc(4096)]) {
      while (hasWritten(file, bytes));
    }
  } finally {
    closeSync(file);
  }
}

function hasWritten(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
