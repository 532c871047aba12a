import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../../index/platform/random.js';
import { createQuestions } from '../questions.js';
import { floodAttacks } from './flood-attacks.js';
import { createFloodClient, type Outcome } from './flood-client.js';

export interface FloodPlan {
  readonly url: string;
  /** The address that all of it comes from. */
  readonly from: string;
  readonly seed: number;
  /** How often each attack is made; until `stop` where null. */
  readonly each: number | null;
  /** How long a connection that does nothing is kept; some four times as long. */
  readonly holdMs: number;
}

/** How often each outcome came of each attack. */
export type FloodCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A flood that runs. */
export interface Flood {
  /** Resolves when each attack was made as often as planned. */
  readonly done: Promise<void>;
  counts(): FloodCounts;
  stop(): void;
}

/** After a connection that was cut: an attacker's own machine must breathe as well. */
const AFTER_CUT_MS = 20;

/** Attacks a server by every door at once. */
export function startFlood({ url, from, seed, each, holdMs }: FloodPlan): Flood {
  const client = createFloodClient(url, from);
  const counts: Record<string, Record<string, number>> = {};
  let isOver = false;

  const attacks = floodAttacks(client, createQuestions(), holdMs);
  const all = attacks.map(async ({ name, atOnce, once }, place) => {
    const outcomes: Record<string, number> = {};
    counts[name] = outcomes;
    let left = each ?? Number.POSITIVE_INFINITY;
    const again = async (worker: number) => {
      const random = randomFrom(seed + 1_000 * place + worker);
      while (!isOver && left > 0) {
        left -= 1;
        const outcome: Outcome = await once(random);
        if (isOver) return;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        if (outcome === 'cut' && each === null) await pause(AFTER_CUT_MS);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, left) }, (_, worker) => again(worker)));
  });
  return {
    done: Promise.all(all).then(() => {}),
    counts: () => counts,
    stop() {
      isOver = true;
      client.close();
    },
  };
}
