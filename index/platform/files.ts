import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader sees either the old content or the new one, never a part, also after a power cut:
 * a temporary file beside it, flushed, then renamed over it, then the folder flushed (POSIX rename is atomic).
 */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  flush(temporary);
  renameSync(temporary, path);
  flush(dirname(path));
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
