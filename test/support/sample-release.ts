import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from './product-files.js';

/** Names the folder in the environment, which the processes of tests share with the one that started them. */
const NAME = 'SAMPLE_RELEASE_DIR';

/** What a server keeps for its next start of what the model makes of the company's facts. */
const FACT_VECTORS = 'company-facts.vectors';

/**
 * Reads the sample community once for all tests, beside the first of them: a program that starts in an empty folder spends
 * most of a minute of two busy cores on it, and two seconds on the company's facts, which are read here as well. Where
 * SAMPLE_RELEASE_DIR names a folder whose `read` holds such a reading (a RUNTIME_DIR of this very version), that one is taken.
 * @returns how to remove it
 */
export function readSamplesOnce(): () => void {
  const made = process.env[NAME];
  if (made !== undefined && existsSync(join(made, 'read'))) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'support-bot-samples-'));
  process.env[NAME] = folder;
  const stop = new AbortController();
  void readInto(folder, stop.signal);
  return () => {
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function readInto(folder: string, signal: AbortSignal): Promise<void> {
  const reading = join(folder, 'reading');
  const [code] = await once(readSamples(reading, signal), 'exit');
  if (code === 0) await readFacts(reading, join(folder, 'started'), signal);
  if (signal.aborted) return;
  if (code === 0) renameSync(reading, join(folder, 'read'));
  else mkdirSync(join(folder, 'failed'));
}

/** Has a server read the company's facts on a copy, and takes what it keeps of them. */
async function readFacts(reading: string, copy: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  cpSync(reading, copy, { recursive: true });
  const child = run('bot/main.js', copy, signal, { PORT: '0' });
  const vectors = join(copy, FACT_VECTORS);
  while (!existsSync(vectors) && child.exitCode === null && !signal.aborted) await delay(50);
  child.kill('SIGKILL');
  if (existsSync(vectors)) cpSync(vectors, join(reading, FACT_VECTORS));
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
    await delay(50);
  }
  cpSync(read, directory, { recursive: true });
}

/** Spares a program that starts on another community what the model makes of the company's facts, where that is known by now. */
export function copyFactVectors(directory: string): void {
  const read = join(process.env[NAME] ?? '', 'read', FACT_VECTORS);
  if (process.env[NAME] !== undefined && existsSync(read))
    cpSync(read, join(directory, FACT_VECTORS), NOT_OVER);
}

/** What is there stays. */
const NOT_OVER = { force: false };

function readSamples(directory: string, signal?: AbortSignal): ChildProcess {
  return run('ingest/main.js', directory, signal);
}

function run(
  main: string,
  directory: string,
  signal: AbortSignal | undefined,
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'dist', main)], {
    cwd: ROOT,
    env: { PATH, HOME, RUNTIME_DIR: directory, ...settings },
    stdio: 'ignore',
  });
  signal?.addEventListener('abort', () => child.kill('SIGKILL'));
  return child;
}
