import type { Database } from '../../index/platform/database.js';
import { randomFrom } from '../../index/platform/random.js';
import { type FuzzDoor, openFuzzDoors } from './fuzz/fuzz-doors.js';
import { type FuzzStage, openFuzzStage } from './fuzz/fuzz-stage.js';

export interface FuzzedDoor {
  readonly door: string;
  readonly sent: number;
  /** How often each status was the answer. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers of 500 and more, or none at all: the first few as they were sent. */
  readonly failures: readonly { readonly status: number | string; readonly sent: string }[];
  readonly questions: number;
  readonly answeredWrong: number;
}

export interface FuzzResult {
  readonly seed: number;
  readonly doors: readonly FuzzedDoor[];
  /** Sentences of what was logged as an error, with how often. */
  readonly errors: Readonly<Record<string, number>>;
  /** The longest that is stored of each, in characters, and what may be. */
  readonly stored: Readonly<Record<string, { readonly longest: number; readonly most: number }>>;
  readonly seconds: number;
}

const EACH = 1_000;
const ASK_EVERY = 1_000;
const LET_GO_EVERY = 50;
const FAILURES_SHOWN = 20;
/** What the Bot Framework wants as the answer to an invoke that a bot does not know; no failure. */
const NOT_IMPLEMENTED = 501;

/**
 * Sends changed messages through every door and asks an ordinary question after each 1,000.
 * @param argument how many through each door, and the seed behind an @; both may be left out
 */
export async function measureFuzz(argument: string): Promise<FuzzResult> {
  const [count = '', seed = ''] = argument.split('@');
  return fuzz({ each: Number(count) || EACH, seed: seed === '' ? Date.now() % 2 ** 31 : Number(seed) });
}

export async function fuzz({ each, seed }: { each: number; seed: number }): Promise<FuzzResult> {
  const startedAt = performance.now();
  const stage = await openFuzzStage();
  try {
    const doors: FuzzedDoor[] = [];
    for (const door of await openFuzzDoors(stage)) doors.push(await fuzzDoor(stage, door, each, seed));
    await stage.idle();
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    return {
      seed,
      doors,
      errors: Object.fromEntries(stage.errors),
      stored: measureStored(stage.database),
      seconds,
    };
  } finally {
    await stage.stop();
  }
}

async function fuzzDoor(stage: FuzzStage, door: FuzzDoor, each: number, seed: number): Promise<FuzzedDoor> {
  const random = randomFrom(seed + door.name.length);
  const statuses: Record<string, number> = {};
  const failures: { status: number | string; sent: string }[] = [];
  let questions = 0;
  let answeredWrong = 0;
  for (let number = 1; number <= each; number += 1) {
    const { status, sent } = await door.send(random).catch((error: unknown) => ({
      status: String(error),
      sent: 'unknown',
    }));
    statuses[status] = (statuses[status] ?? 0) + 1;
    const isFailure = typeof status === 'string' || (status >= 500 && status !== NOT_IMPLEMENTED);
    if (isFailure && failures.length < FAILURES_SHOWN) failures.push({ status, sent: sent.slice(0, 2_000) });
    if (number % LET_GO_EVERY === 0) await stage.idle();
    if (number % ASK_EVERY !== 0 && number !== each) continue;
    questions += 1;
    if (!(await door.answersRight())) answeredWrong += 1;
  }
  return { door: door.name, sent: each, statuses, failures, questions, answeredWrong };
}

/** What customers and agents may make a row hold, in characters. */
const BOUNDS = [
  ['messages', 'text', 20_000],
  ['messages', 'message', 300_000],
  ['conversations', 'reference', 20_000],
  ['conversations', 'customerName', 300],
  ['conversations', 'turnState', 100_000],
  ['webchat_activities', 'activity', 30_000],
  ['handoffs', 'question', 20_000],
  ['notes', 'text', 4_000],
  ['labels', 'name', 30],
  ['saved_views', 'filters', 10_000],
  ['reply_drafts', 'text', 10_000],
] as const;

function measureStored(database: Database): FuzzResult['stored'] {
  const measured = BOUNDS.map(([table, column, most]) => {
    const row = database.prepare(`select max(length(${column})) as longest from ${table}`).get() as {
      longest: number | null;
    };
    return [`${table}.${column}`, { longest: row.longest ?? 0, most }];
  });
  return Object.fromEntries(measured) as FuzzResult['stored'];
}

/** The measurement in a few lines of plain text. */
export function formatFuzz({ seed, doors, errors, stored, seconds }: FuzzResult): string {
  const rows = doors.map(({ door, sent, statuses, failures, questions, answeredWrong }) => {
    const told = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
    const isWell = failures.length === 0 && answeredWrong === 0;
    return `  ${isWell ? 'held ' : 'WRONG'} ${door}: ${sent} sent (${told.join(', ')}), ${questions - answeredWrong} of ${questions} questions answered right`;
  });
  const beyond = Object.entries(stored).filter(([, { longest, most }]) => longest > most);
  const logged = Object.entries(errors).map(([sentence, count]) => `  ${count} × ${sentence}`);
  return [
    `Fuzz of seed ${seed}, ${seconds} s`,
    ...rows,
    beyond.length === 0
      ? '  nothing is stored beyond its bound'
      : `  WRONG: beyond its bound: ${beyond.map(([name, { longest }]) => `${name} ${longest}`).join(', ')}`,
    logged.length === 0 ? '  no error was logged' : `  logged as errors:\n${logged.join('\n')}`,
  ].join('\n');
}
