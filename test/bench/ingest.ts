import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { round } from './machine.js';

const LOOK_EVERY_MS = 100;

/**
 * Seconds and peak memory (MB, Linux only) of ingesting a Stack Exchange dump, and of a second run on the same input,
 * each in a process of its own.
 * @param dump folder with Posts.xml
 */
export async function measureIngest(dump: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const first = await ingest(dump, folder);
    const second = await ingest(dump, folder);
    return { dump: basename(resolve(dump, '..')), first, second };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ingest(dump: string, folder: string) {
  const startedAt = performance.now();
  const words = ['--source', 'stack-exchange', '--path', resolve(dump), '--name', 'bench'];
  const child = spawn(process.execPath, [resolve('dist/ingest/main.js'), ...words], {
    env: { ...process.env, RUNTIME_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  let peakMb = 0;
  const looking = setInterval(() => {
    peakMb = Math.max(peakMb, peakMbOf(child.pid));
  }, LOOK_EVERY_MS);
  return new Promise((done, failed) => {
    child.once('exit', (code) => {
      clearInterval(looking);
      if (code !== 0) return failed(new Error(`ingest ended with ${code}: ${text}`));
      const embedded = Number(/Embedded\s+(\d+)/.exec(text)?.[1] ?? 0);
      done({ seconds: round((performance.now() - startedAt) / 1000), peakMb, embedded });
    });
  });
}

/** What the kernel counts as the most memory that a process had at once; 0 where it does not tell. */
function peakMbOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
