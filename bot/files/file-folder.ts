import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { freeBytesOf } from '../../index/platform/files.js';

/** Bytes of files, each under its id, in a folder that the server's own user alone can read. */
export interface FileFolder {
  /** Path of a file. */
  pathOf(id: string): string;
  temporaryPath(): string;
  /** Makes the folder where it is missing, for its owner alone. */
  ready(): Promise<void>;
  /** Bytes that are free on its disk. */
  freeBytes(): Promise<number>;
  /** The first bytes of a file that came in, and how many it has. */
  look(path: string, most: number): Promise<{ readonly start: Buffer; readonly bytes: number }>;
  /** Gives what came in its place for good, flushed, readable by its owner alone. */
  take(path: string, id: string): Promise<void>;
  remove(paths: readonly string[]): Promise<void>;
  /** Ids of what lies here, and paths of what broke off while it came in. */
  list(now: Date): Promise<{ readonly ids: readonly string[]; readonly brokenOff: readonly string[] }>;
}

const TEMPORARY = '.part';
/** Far longer than a request may take. */
const TEMPORARY_MS = 3_600_000;
/** What was written so lately may get its row in a moment. */
const NEW_MS = 600_000;

export function createFileFolder(directory: string): FileFolder {
  return {
    pathOf: (id) => join(directory, id),
    temporaryPath: () => join(directory, `${randomBytes(18).toString('base64url')}${TEMPORARY}`),
    async ready() {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await chmod(directory, 0o700);
    },
    freeBytes: () => freeBytesOf(directory),
    async look(path, most) {
      const handle = await open(path, 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0);
        return { start: buffer.subarray(0, bytesRead), bytes: (await handle.stat()).size };
      } finally {
        await handle.close();
      }
    },
    async take(path, id) {
      const handle = await open(path, 'r+');
      try {
        await handle.chmod(0o600);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(path, join(directory, id));
    },
    async remove(paths) {
      await Promise.all(paths.map((path) => unlink(path).catch(() => {})));
    },
    async list(now) {
      const ids: string[] = [];
      const brokenOff: string[] = [];
      for (const name of await readdir(directory).catch(() => [])) {
        const path = join(directory, name);
        // One that was coming in may have got its name since.
        const found = await stat(path).catch(() => null);
        if (!found) continue;
        const ageMs = now.getTime() - found.mtimeMs;
        if (name.endsWith(TEMPORARY)) {
          if (ageMs > TEMPORARY_MS) brokenOff.push(path);
        } else if (ageMs > NEW_MS) ids.push(name);
      }
      return { ids, brokenOff };
    },
  };
}
