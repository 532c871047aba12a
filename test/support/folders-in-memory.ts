import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** What all folders of a run come to at once is a third of it. */
const ROOM_BYTES = 1_500_000_000;

/**
 * Lets the temporary folders of a run stand in memory: a test opens a dozen databases, and each commit, checkpoint and removal
 * waits for a real disk, which two workers share. Crashes of a process lose nothing there; full disks are mounted by
 * `small-disk.ts`. Where TMPDIR is set already that folder stays, where there is no such memory the disk.
 * @returns how to remove them
 */
export function foldersInMemory(): () => void {
  if (process.env.TMPDIR !== undefined || !hasMemory()) return () => {};
  const folder = mkdtempSync(join(MEMORY, 'support-bot-tests-'));
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.TMPDIR;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

/** Programs are started in these folders, which some machines forbid for memory (noexec). */
function hasMemory(): boolean {
  try {
    const [, , , options = 'noexec'] =
      readFileSync('/proc/mounts', 'utf8')
        .split('\n')
        .map((line) => line.split(' '))
        .find(([, place]) => place === MEMORY) ?? [];
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES && !/\b(noexec|ro)\b/.test(options);
  } catch {
    return false; // no Linux
  }
}
