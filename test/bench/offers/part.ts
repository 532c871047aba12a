import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHearing } from '../../../index/classifiers/open-hearing.js';
import { type Told, tellRounds } from './three-workers.js';

/** What became of a part of the rounds. */
export interface Part extends Told {
  readonly interleavings: number;
  /** What was wrong first, and by which seed it comes again; null where nothing was. */
  readonly wrong: string | null;
}

/** Rounds on one store, before the next one begins empty. */
const ROUNDS = 250;

/** Tells rounds on one store after the other, each by a seed of its own, in an empty folder. */
export async function tellPart(wanted: number, seed: number, folder: string): Promise<Part> {
  const hear = openHearing();
  const sum = { transactions: 0, deaths: 0, offers: 0, claims: 0, refusedFull: 0 };
  let [interleavings, wrong] = [0, null as string | null];
  for (let story = 0; interleavings < wanted && wrong === null; story++) {
    const rounds = Math.min(ROUNDS, wanted - interleavings);
    const own = join(folder, String(story));
    mkdirSync(own);
    const told = await tellRounds({ rounds, seed: seed + story, hear }, own);
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += told[name];
    wrong = told.wrong === null ? null : `seed ${seed + story}, ${told.wrong}`;
    interleavings += rounds;
    rmSync(own, { recursive: true });
  }
  return { interleavings, ...sum, wrong };
}

/** A process of its own, by `offers.ts`: how many rounds, the seed and the folder. */
const [rounds, seed, folder] = process.argv.slice(2);
if (process.argv[1]?.endsWith('part.js') && folder !== undefined)
  console.log(JSON.stringify(await tellPart(Number(rounds), Number(seed), folder)));
