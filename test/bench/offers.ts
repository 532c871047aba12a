import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openHearing } from '../../index/classifiers/open-hearing.js';
import { type FreedPlaces, measureFreedPlaces } from './offers/freed-places.js';
import type { Part } from './offers/part.js';

/** `interleavings`: rounds in which three workers each did something at once, its order drawn at the border of every transaction. */
export interface OffersResult extends Part {
  readonly seed: number;
  readonly seconds: number;
  readonly freedPlaces: FreedPlaces;
}

const INTERLEAVINGS = 100_000;
/** Processes that share the rounds; each takes seeds of its own. */
const PARTS = 4;
const SEEDS_OF_A_PART = 100_000;

const run = promisify(execFile);

/** @param argument how many interleavings, and the seed behind an @; both may be left out */
export async function measureOffers(argument: string): Promise<OffersResult> {
  const [asked = '', seedText = ''] = argument.split('@');
  const wanted = Number(asked) || INTERLEAVINGS;
  const seed = seedText === '' ? Date.now() % 2 ** 31 : Number(seedText);
  const root = mkdtempSync(join(tmpdir(), 'offers-'));
  const folderOf = (name: string) => {
    const folder = join(root, name);
    mkdirSync(folder);
    return folder;
  };
  try {
    const freedPlaces = await measureFreedPlaces(openHearing(), folderOf('freed'));
    const startedAt = performance.now();
    const script = fileURLToPath(new URL('offers/part.js', import.meta.url));
    const parts = await Promise.all(
      Array.from({ length: PARTS }, async (_, at): Promise<Part> => {
        const rounds = Math.ceil(wanted / PARTS);
        const own = [String(rounds), String(seed + at * SEEDS_OF_A_PART), folderOf(`part-${at}`)];
        return JSON.parse((await run(process.execPath, [script, ...own])).stdout);
      }),
    );
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return { ...parts.reduce(add), seed, seconds, freedPlaces };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function add(a: Part, b: Part): Part {
  return {
    interleavings: a.interleavings + b.interleavings,
    transactions: a.transactions + b.transactions,
    deaths: a.deaths + b.deaths,
    offers: a.offers + b.offers,
    claims: a.claims + b.claims,
    refusedFull: a.refusedFull + b.refusedFull,
    wrong: a.wrong ?? b.wrong,
  };
}

/** The measurement in a few lines of plain text. */
export function formatOffers(result: OffersResult): string {
  const { interleavings, seed, transactions, deaths, offers, claims, refusedFull, seconds, wrong } = result;
  const { agents, waiting, oneMs, allAtOnceMs } = result.freedPlaces;
  return [
    `Offers: ${interleavings} interleavings of three workers, seed ${seed}, ${seconds} s`,
    `  ${transactions} transactions, ${deaths} cut off, ${offers} offers, ${claims} taken, ${refusedFull} refused as too much`,
    wrong === null ? '  0 over capacity, 0 offered twice' : `  WRONG: ${wrong}`,
    `Freed place to offer, ${agents} agents, ${waiting} waiting: p50 ${oneMs.p50} ms, p95 ${oneMs.p95} ms, most ${oneMs.most} ms`,
    `  ${agents} at once: ${allAtOnceMs} ms to the last`,
  ].join('\n');
}
