import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './product-files.js';

/** Names the folder in the environment, which the processes of tests share with the one that started them. */
const NAME = 'SAMPLE_RELEASE_DIR';

/**
 * Reads the sample community once for all tests, beside the first of them: a program that starts in an empty folder spends
 * most of a minute of two busy cores on it. Where SAMPLE_RELEASE_DIR names a folder whose `read` holds such a reading
 * (a RUNTIME_DIR of this very version), that one is taken.
 * @returns how to remove it
 */
export function readSamplesOnce(): () => void {
  const made = process.env[NAME];
  if (made !== undefined && existsSync(join(made, 'read'))) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'support-bot-samples-'));
  process.env[NAME] = folder;
  const child = readSamples(join(folder, 'reading'));
  child.once('exit', (code) => {
    if (code === 0) renameSync(join(folder, 'reading'), join(folder, 'read'));
    else if (existsSync(folder)) mkdirSync(join(folder, 'failed'));
  });
  return () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * Puts the release of the samples into a folder where a program will start. Waits while they are being read; where the run
 * did not begin with that, they are read now.
 */
export async function copySampleRelease(directory: string): Promise<void> {
  const folder = process.env[NAME];
  if (folder === undefined) {
    await once(readSamples(directory), 'exit');
    return;
  }
  const read = join(folder, 'read');
  while (!existsSync(read)) {
    if (existsSync(join(folder, 'failed'))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  cpSync(read, directory, { recursive: true });
}

function readSamples(directory: string): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [join(ROOT, 'dist/ingest/main.js')], {
    cwd: ROOT,
    env: { PATH, HOME, RUNTIME_DIR: directory },
    stdio: 'ignore',
  });
}
