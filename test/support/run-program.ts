import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './product-files.js';

/** How a program that ran to its end ended, and what it printed. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly output: string;
  readonly complaints: string;
}

export interface ProgramOptions {
  /** Beside the folder of the bundled models; the environment and `.env` of whoever runs the tests do not count. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Working directory. */
  readonly directory: string;
  /** Refuses to let a file grow beyond this, as a disk that is full would; no limit where not given. */
  readonly largestFileKb?: number;
}

/**
 * Runs a command of the built product, such as `ingest/main.js`, to its end.
 * @param words the words of its command line
 */
export async function runProgram(
  main: string,
  words: readonly string[],
  { settings = {}, directory, largestFileKb }: ProgramOptions,
): Promise<ProgramEnd> {
  const command = [process.execPath, join(ROOT, 'dist', main), ...words];
  // The shell counts in blocks of 512 bytes (POSIX, ulimit).
  const limit = largestFileKb === undefined ? '' : `ulimit -f ${largestFileKb * 2} && `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MODELS_DIR: join(ROOT, 'data/models'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { output: '', complaints: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.complaints += text;
  });
  await once(child, 'close');
  return { exitCode: child.exitCode, ...printed };
}
