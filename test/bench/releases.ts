import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { RecallFigures, RunFigures, RunOrder } from './releases/run-once.js';
import { seededCommunity } from './releases/seeded-community.js';

const SHARE = 0.01;
/** Questions of which the effect is told, from the community's own titles. */
const KNOWN_QUESTIONS = 200;

/**
 * A large community night by night, 1 % of it changed in each: what the first run takes, what a night takes, what the difference alone
 * takes and the difference with its effect on questions, memory, and how much of an exact search the graph still finds after all
 * nights. Vectors come from words instead of a model; each run is a process of its own.
 * @param argument `THREADS@SEED` or `THREADS@SEED@NIGHTS`; 10000@1@3 where left out
 */
export async function measureReleases(argument: string) {
  const [threads = 10_000, seed = 1, nights = 3] = argument
    .split('@')
    .map((part) => Number(part) || undefined);
  const folder = mkdtempSync(join(tmpdir(), 'bench-releases-'));
  const file = join(folder, 'threads.jsonl');
  const labels = join(folder, 'labels.jsonl');
  const community = seededCommunity(threads, SHARE, seed);
  const rows = function* (after: number) {
    for (const row of community.rows(after)) yield `${row}\n`;
  };
  const write = (after: number) => pipeline(Readable.from(rows(after)), createWriteStream(file));
  try {
    const run = (kind: RunOrder['kind'], files: string[] = []) =>
      inProcess<RunFigures>({ folder, file, kind, labels: files });
    await write(0);
    const first = await run('ingest');
    const unchanged = await run('ingest');
    const changed: RunFigures[] = [];
    for (let night = 1; night <= nights; night++) {
      await write(night);
      changed.push(await run('ingest'));
    }
    await write(nights + 1);
    const difference = await run('plan');
    writeFileSync(labels, knownQuestions(community.rows(nights)));
    const effect = await run('plan', [labels]);
    const recall = await inProcess<RecallFigures>({ folder, file, kind: 'recall', labels: [] });
    return { threads, seed, share: SHARE, first, unchanged, nights: changed, difference, effect, recall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function knownQuestions(rows: Iterable<string>): string {
  const lines: string[] = [];
  for (const row of rows) {
    if (lines.length === KNOWN_QUESTIONS) break;
    const { id, title } = JSON.parse(row) as { id: string; title: string };
    const question = title.split(' ').slice(2).join(' ');
    lines.push(
      JSON.stringify({
        id: `q-${id}`,
        text: question,
        relevant: [`bench:${id}`],
        split: 'fit',
        language: 'en',
        kind: 'own-words',
      }),
    );
  }
  return `${lines.join('\n')}\n`;
}

function inProcess<Figures>(order: RunOrder): Promise<Figures> {
  const script = fileURLToPath(new URL('./releases/run-once.js', import.meta.url));
  const execArgv = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter((word) => word !== '');
  const child: ChildProcess = fork(script, [JSON.stringify(order)], { execArgv });
  return new Promise((done, failed) => {
    let figures: Figures | undefined;
    child.once('message', (message) => {
      figures = message as Figures;
    });
    child.once('exit', (code) => {
      if (code === 0 && figures !== undefined) {
        console.error(`${order.kind}: ${JSON.stringify(figures)}`);
        done(figures);
      } else failed(new Error(`a run ended with ${code}`));
    });
  });
}
