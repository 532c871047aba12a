import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader sees either the old content or the new one, never a part, also after a power cut:
 * a temporary file beside it, flushed, then renamed over it, then the folder flushed (POSIX rename is atomic).
 * @param mode of the file; as every file of the process where not given
 */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode?: number): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { mode });
  flush(temporary);
  renameSync(temporary, path);
  flush(dirname(path));
}

/** What other users of the machine may do, in the bits of a mode. */
const OTHERS = 0o077;

/**
 * Makes the folder in which a program keeps what people said, for its own user alone, and has the process write every
 * file like that from now on (0600, folders 0700). A folder that is there loses what it lets everybody do and keeps what its
 * group may, which somebody can have meant (a backup's user); where it belongs to somebody else, it stays as it is.
 */
export function makePrivateFolder(path: string): void {
  process.umask(OTHERS);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode } = statSync(path);
  if ((mode & 0o007) === 0) return;
  try {
    chmodSync(path, mode & 0o7770);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}

/** Asks the system to bring a file or folder to the disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are free on the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
