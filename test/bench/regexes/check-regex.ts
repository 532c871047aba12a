import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { wordsToUnderstand } from '../../../bot/reception/words-to-understand.js';
import { squeezeBody, squeezeWords } from '../../../ingest/steps/bound-body.js';
import type { FoundRegex } from './find-regexes.js';

/** What recheck says of a regular expression. */
export interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity?: { readonly summary: string } | undefined;
  readonly attack?: Attack | undefined;
}

interface Attack {
  readonly suffix: string;
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
}

/** How long the text may be that a folder's expressions see, and how long that may take. */
interface Bound {
  readonly folder: string;
  /** Shortens a text as the product does before it looks for anything. */
  readonly shorten: (text: string) => string;
  /** In characters, of a text that is written to take long. */
  readonly length: number;
  readonly mostMs: number;
}

/**
 * Customers' words are cut and squeezed before they are read; answers are squeezed at ingest, where a thread of its own has time,
 * and most are a few thousand characters. Channels show answers and read short fields.
 */
const BOUNDS: readonly Bound[] = [
  { folder: 'bot/', shorten: wordsToUnderstand, length: 10_000, mostMs: 60 },
  { folder: 'channels/', shorten: squeezeAnswer, length: 10_000, mostMs: 150 },
  { folder: 'index/', shorten: squeezeAnswer, length: 10_000, mostMs: 150 },
  { folder: 'ingest/', shorten: squeezeAnswer, length: 60_000, mostMs: 2_000 },
];

function squeezeAnswer(text: string): string {
  return squeezeWords(squeezeBody(text));
}

/** Asks recheck, in its build of plain JavaScript, so that neither Java nor a native program is needed. */
export function askRecheck(
  { source, flags }: FoundRegex,
  checker: 'auto' | 'fuzz',
  timeoutMs: number,
): Verdict {
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = createRequire(import.meta.url)('recheck') as {
    checkSync: (source: string, flags: string, options: object) => Verdict;
  };
  // Flags that change nothing about the time it takes and that recheck does not know.
  return checkSync(source, flags.replace(/[dv]/g, ''), { checker, timeout: timeoutMs });
}

/**
 * The longest that an expression takes on texts made to take long, shortened as the product shortens them.
 * @returns milliseconds, and how many are allowed where it is
 */
export async function timeAtBound(
  regex: FoundRegex,
  verdict: Verdict,
): Promise<{ readonly ms: number; readonly mostMs: number }> {
  const bounds = BOUNDS.filter(({ folder }) => regex.files.some((file) => file.startsWith(folder)));
  let worst = { ms: 0, mostMs: 1 };
  for (const { shorten, length, mostMs } of bounds) {
    const texts = attacksOn(regex, verdict).map((attack) => shorten(write(attack, length)));
    const ms = await timeOf(regex, texts, mostMs * 3);
    if (ms / mostMs >= worst.ms / worst.mostMs) worst = { ms, mostMs };
  }
  return worst;
}

/** Signs of every kind, one after the other or with a blank between, for expressions of which recheck did not make an attack. */
const PUMPS = [
  ' ',
  '\n',
  '\t',
  'a',
  'A',
  '0',
  '.',
  ',',
  '-',
  '"',
  '*',
  '[',
  '(',
  '<',
  '@',
  '/',
  ':',
  '|',
  '!',
  '\u0000',
];

function attacksOn({ source }: FoundRegex, { attack }: Verdict): readonly Attack[] {
  if (attack) return [attack];
  const words = [...new Set(source.match(/[a-z]{2,12}/gi) ?? [])].slice(0, 12);
  const pumps = [
    ...PUMPS,
    ...PUMPS.map((sign) => `${sign} `),
    ...words.flatMap((word) => [word, `${word} `]),
  ];
  return pumps.map((pump) => ({ suffix: '\u0000', pumps: [{ prefix: '', pump }] }));
}

function write({ suffix, pumps }: Attack, length: number): string {
  const each = Math.max(1, Math.floor(length / pumps.length));
  const parts = pumps.map(
    ({ prefix, pump }) => prefix + pump.repeat(Math.ceil(each / Math.max(1, pump.length))),
  );
  return parts.join('').slice(0, length) + suffix;
}

/** Runs in a thread that is ended when it takes too long; the time is the processor's, which others on the machine do not change. */
const THREAD = `
  const { parentPort, workerData: { source, flags, texts } } = require('node:worker_threads');
  const regex = new RegExp(source, flags);
  let worst = 0;
  for (const text of texts) {
    const start = process.cpuUsage();
    if (regex.global) text.replace(regex, ''); else regex.test(text);
    const { user, system } = process.cpuUsage(start);
    worst = Math.max(worst, (user + system) / 1000);
  }
  parentPort.postMessage(worst);
`;

function timeOf({ source, flags }: FoundRegex, texts: readonly string[], givenUpMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { eval: true, workerData: { source, flags, texts } });
    const end = setTimeout(() => resolve(Number.POSITIVE_INFINITY), givenUpMs * 10 + 20_000);
    worker.once('message', resolve).once('error', reject);
    const stop = () => {
      clearTimeout(end);
      void worker.terminate();
    };
    setTimeout(stop, givenUpMs * 10 + 20_100).unref();
    worker.once('message', stop);
  });
}
