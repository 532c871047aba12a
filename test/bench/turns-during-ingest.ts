import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIngestProcess } from '../../ingest/releasing/ingest-process.js';
import { quantile, round } from './machine.js';
import { createQuestions } from './questions.js';
import { seededCommunity } from './releases/seeded-community.js';
import { startServer } from './running-server.js';
import { ask } from './turns.js';

/** Threads that the run reads beside the sample community: it embeds them for a minute or so. */
const THREADS = 300;
const CALM_TURNS = 300;
const WARM_UP = 100;
/** So many turns are asked at once before it is looked whether the run is over. */
const ROUND = 20;

/**
 * How long one customer waits for an answer on a server that does nothing else, and while a run goes on that the desk began: a process
 * of its own at the lowest priority that reads, cleans, embeds, builds, asks the known questions and publishes, and whose release the
 * server takes up. Turns before and behind the run are one measure, so that a machine that grows busier is seen.
 * @param threads that the run reads; 300 where empty
 */
export async function measureTurnsDuringIngest(threads: string) {
  const server = await startServer({ COLLECT_MESSAGES_MS: '0', WEBCHAT_TOKENS_PER_MINUTE: '1000000' });
  const file = join(server.folder, 'bench-threads.jsonl');
  writeFileSync(file, [...seededCommunity(Number(threads) || THREADS, 0, 1).rows(0)].join('\n'));
  try {
    const questions = createQuestions();
    await ask(server.url, 1, WARM_UP, questions);
    const before = await ask(server.url, 1, CALM_TURNS, questions);
    // As the server hands it on to the process of a run.
    process.env.RUNTIME_DIR = server.folder;
    process.env.INGEST_SOURCES = `samples=file:data/samples/threads-nl.jsonl,samples=file:data/samples/threads-en.jsonl,bench=file:${file}`;
    const startedAt = performance.now();
    let isOver = false;
    const run = runIngestProcess(
      { by: 'bench', isFull: true },
      new AbortController().signal,
      () => {},
    ).finally(() => {
      isOver = true;
    });
    const during: number[] = [];
    while (!isOver) during.push(...(await ask(server.url, 1, ROUND, questions)));
    const end = await run;
    const seconds = round((performance.now() - startedAt) / 1_000);
    // The server takes the release up, which it looks for now and then.
    const after = await ask(server.url, 1, CALM_TURNS, questions);
    const calm = [...before, ...after];
    return {
      run: { seconds, ...end },
      calm: timesOf(calm),
      during: timesOf(during),
      ratioAtP95: round(quantile(during, 0.95) / quantile(calm, 0.95)),
    };
  } finally {
    await server.stop();
  }
}

function timesOf(times: readonly number[]) {
  return {
    turns: times.length,
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    p99Ms: round(quantile(times, 0.99)),
    maxMs: round(Math.max(...times)),
  };
}
