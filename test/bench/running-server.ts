import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copySampleRelease } from '../support/sample-release.js';
import type { LoopReport } from './watch-loop.js';

export interface RunningServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Its RUNTIME_DIR, which is gone when it is stopped. */
  readonly folder: string;
  /** Milliseconds from starting the process until questions were answered. */
  readonly readyAfterMs: number;
  /** What it has written to its terminal so far. */
  output(): string;
  /** Begins to watch the server's event loop; returns how to end and what was seen. */
  watchLoop(): () => Promise<LoopReport>;
  stop(): Promise<void>;
}

/** All customers of a measurement come from this machine. */
const MANY_FROM_HERE = { HANDOFFS_PER_ADDRESS: '10000', WEBCHAT_POSTS_PER_MINUTE: '100000' };

/**
 * Starts the built program as its own process on an empty folder and waits until it answers questions. More words for
 * its Node, such as `--cpu-prof`, are taken from BENCH_NODE_OPTIONS. Where SAMPLE_RELEASE_DIR names a reading of the samples (see
 * `copySampleRelease`) the folder begins with that.
 */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  if (process.env.SAMPLE_RELEASE_DIR !== undefined) await copySampleRelease(folder);
  const startedAt = performance.now();
  const watching = ['--import', pathToFileURL(resolve('dist/test/bench/watch-loop.js')).href];
  const more = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter((word) => word !== '');
  const child = spawn(process.execPath, [...watching, ...more, resolve('dist/bot/main.js')], {
    env: {
      ...process.env,
      PORT: '0',
      RUNTIME_DIR: folder,
      LOG_LEVEL: 'warn',
      ...MANY_FROM_HERE,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const url = await readUrl(child);
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((wake) => setTimeout(wake, 20));
  return {
    url,
    process: child,
    folder,
    readyAfterMs: performance.now() - startedAt,
    output: () => output,
    watchLoop() {
      child.send('begin');
      return async () => {
        const told = once(child, 'message');
        child.send('report');
        const [report] = await told;
        return report as LoopReport;
      };
    },
    async stop() {
      const ended = new Promise((end) => child.once('exit', end));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const match = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(text);
      if (match) found(`http://127.0.0.1:${match[1]}`);
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${text}`)));
  });
}
