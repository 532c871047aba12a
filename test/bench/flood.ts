import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type HonestTimes, letHonestAsk } from './flood/honest-customers.js';
import type { FloodCounts, FloodPlan } from './flood/run-flood.js';
import { memoryOf, quantile, round } from './machine.js';
import { createQuestions, type Questions } from './questions.js';
import { type RunningServer, startServer } from './running-server.js';
import type { LoopReport } from './watch-loop.js';

/** The ten customers in one stretch of time. */
interface Stretch {
  readonly questions: number;
  readonly failures: readonly string[];
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly serverLoop: LoopReport;
}

export interface FloodResult {
  readonly seed: number;
  readonly seconds: number;
  readonly customers: number;
  readonly calm: Stretch;
  readonly flooded: Stretch;
  /** p95 under the flood by p95 in calm; the goal is below 3. */
  readonly times: number;
  /** Of the server in megabytes, at most; the goal is below 900. */
  readonly mostMemoryMb: number | null;
  readonly attacks: FloodCounts;
  readonly triesPerSecond: number;
}

const GOALS = { times: 3, memoryMb: 900, loopP99Ms: 50 };
const SECONDS = 30;
const WARM_UP_QUESTIONS = 20;
const ATTACKER = '127.0.0.2';
const CUSTOMERS = Array.from({ length: 10 }, (_, number) => `127.0.0.${number + 11}`);
const REST_MS = 500;
const HOLD_MS = 5_000;
/** What is set for connections and requests from elsewhere where nothing is set: those of this machine are counted only where asked for. */
const OF_ONE_ADDRESS = '500';
const REQUESTS_OF_ONE_ADDRESS = '150';
/** A stranger's own machine does not work on the server's processor: where both share one, the stranger comes last. */
const LAST = 19;

/**
 * What one address can do to others: ten customers from ten addresses ask, first alone, then while a process of its own attacks
 * every door from one address as fast as it can. Every bound is as a server has it that nobody set anything for.
 * @param argument seconds of each stretch, and the seed behind an @; both may be left out
 */
export async function measureFlood(argument: string): Promise<FloodResult> {
  const [count = '', seedWord = ''] = argument.split('@');
  const seconds = Number(count) || SECONDS;
  const seed = seedWord === '' ? Date.now() % 2 ** 31 : Number(seedWord);
  const server = await startServer({
    SERVER_CONNECTIONS_PER_ADDRESS: OF_ONE_ADDRESS,
    SERVER_REQUESTS_PER_ADDRESS: REQUESTS_OF_ONE_ADDRESS,
    HANDOFFS_PER_ADDRESS: '25',
    WEBCHAT_POSTS_PER_MINUTE: '600',
    MESSENGER_APP_SECRET: 'an-app-secret-only-for-measuring',
    MESSENGER_VERIFY_TOKEN: 'a-verify-token-only-for-measuring',
    MESSENGER_PAGE_ACCESS_TOKEN: 'a-page-token-only-for-measuring',
    LOG_LEVEL: 'error',
  });
  try {
    const questions = createQuestions();
    const each = WARM_UP_QUESTIONS;
    await letHonestAsk({
      url: server.url,
      addresses: CUSTOMERS,
      seed,
      questions,
      each,
      restMs: 0,
      isOver: () => false,
    });
    const calm = await measureStretch(server, seed, seconds, questions);
    const attacker = attack({ url: server.url, from: ATTACKER, seed, each: null, holdMs: HOLD_MS });
    // Once it has begun its chats and holds its connections.
    await pause(HOLD_MS);
    const flooded = await measureStretch(server, seed + 1, seconds, questions);
    const { mostMemoryMb } = memoryOf(server.process.pid);
    const attacks = await attacker.stop();
    const tries = Object.values(attacks).flatMap((outcomes) => Object.values(outcomes));
    const inAll = tries.reduce((sum, one) => sum + one, 0);
    return {
      ...{ seed, seconds, customers: CUSTOMERS.length, calm, flooded },
      times: round(flooded.p95Ms / calm.p95Ms),
      ...{ mostMemoryMb, attacks },
      triesPerSecond: Math.round(inAll / (seconds + HOLD_MS / 1_000)),
    };
  } finally {
    await server.stop();
  }
}

async function measureStretch(
  server: RunningServer,
  seed: number,
  seconds: number,
  questions: Questions,
): Promise<Stretch> {
  const endWatching = server.watchLoop();
  const endsAt = performance.now() + seconds * 1_000;
  const { times, failures }: HonestTimes = await letHonestAsk({
    ...{ url: server.url, addresses: CUSTOMERS, seed, questions, each: null, restMs: REST_MS },
    isOver: () => performance.now() > endsAt,
  });
  return {
    questions: times.length,
    failures,
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    maxMs: round(Math.max(...times)),
    serverLoop: await endWatching(),
  };
}

function attack(plan: FloodPlan): { stop(): Promise<FloodCounts> } {
  const child: ChildProcess = fork(resolve('dist/test/bench/flood/flood-process.js'), [JSON.stringify(plan)]);
  if (child.pid !== undefined) setPriority(child.pid, LAST);
  return {
    async stop() {
      const told = once(child, 'message');
      child.send('stop');
      const [counts] = await told;
      await once(child, 'exit');
      return counts as FloodCounts;
    },
  };
}

/** The measurement in a few lines of plain text. */
export function formatFlood(result: FloodResult): string {
  const { seed, seconds, customers, calm, flooded, times, mostMemoryMb, attacks, triesPerSecond } = result;
  const stretch = (name: string, { questions, failures, p50Ms, p95Ms, maxMs, serverLoop }: Stretch) =>
    `  ${name}: ${questions} answers, ${failures.length} failures, p50 ${p50Ms} ms, p95 ${p95Ms} ms, longest ${maxMs} ms; ` +
    `event loop p99 ${serverLoop.p99Ms} ms, longest ${serverLoop.maxMs} ms, busy ${serverLoop.busy}`;
  const rows = Object.entries(attacks).map(
    ([name, outcomes]) =>
      `  ${name}: ${Object.entries(outcomes)
        .map(([outcome, count]) => `${outcome}: ${count}`)
        .join(', ')}`,
  );
  const goal = (isMet: boolean) => (isMet ? 'held ' : 'WRONG');
  return [
    `Flood of seed ${seed} from one address, ${customers} customers from others, ${seconds} s each`,
    stretch('calm', calm),
    stretch('flood', flooded),
    `  ${goal(times < GOALS.times && flooded.failures.length === 0)} p95 is ${times} times that in calm (goal: below ${GOALS.times})`,
    `  ${goal((mostMemoryMb ?? 0) < GOALS.memoryMb)} memory ${mostMemoryMb} MB at most (goal: below ${GOALS.memoryMb})`,
    `  ${goal(flooded.serverLoop.p99Ms < GOALS.loopP99Ms)} event loop p99 ${flooded.serverLoop.p99Ms} ms (goal: below ${GOALS.loopP99Ms})`,
    `  ${triesPerSecond} tries a second:`,
    ...rows,
  ].join('\n');
}
