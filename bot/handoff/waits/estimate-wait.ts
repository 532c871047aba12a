import { mulberry32, type Random } from '../../../index/platform/random.js';

/** What a wait is estimated from. Times are milliseconds. */
export interface WaitFacts {
  /** Place in the queue of the own team, 1 = next. */
  readonly place: number;
  /** How long agents had conversations of this team of late, from taking them to their end; at least 20. */
  readonly handled: readonly number[];
  /** For how long those that agents of this team have now have been with them: so many can be had at a time. */
  readonly underWay: readonly number[];
}

/** Fewer say nothing. */
const FEWEST_SAMPLES = 20;
/** So far nobody's place says how long it takes. */
const MOST_PLACES = 60;
const MOST_UNDER_WAY = 200;
const RUNS = 200;
const SEED = 20_261_130;

/**
 * About how long somebody waits, in milliseconds: the middle of what comes of playing on from now, with what agents have and
 * for how long, and times drawn from those of late (a queue of one line and as many servers as are busy). The same facts
 * give the same estimate. Null where too little is known, or nobody has anything. Pure.
 */
export function estimateWait({ place, handled, underWay }: WaitFacts): number | null {
  if (handled.length < FEWEST_SAMPLES || underWay.length === 0) return null;
  if (place < 1 || place > MOST_PLACES || underWay.length > MOST_UNDER_WAY) return null;
  const sorted = [...handled].sort((a, b) => a - b);
  const random = mulberry32(SEED);
  const waits: number[] = [];
  for (let run = 0; run < RUNS; run += 1) waits.push(playOn(place, sorted, underWay, random));
  waits.sort((a, b) => a - b);
  return waits[RUNS / 2] ?? null;
}

/** When the customer at a place is taken, in one way in which it may go on. */
function playOn(
  place: number,
  sorted: readonly number[],
  underWay: readonly number[],
  random: Random,
): number {
  const freeAt = underWay.map((age) => leftOf(age, sorted, random));
  for (let ahead = 1; ; ahead += 1) {
    let first = 0;
    for (let at = 1; at < freeAt.length; at += 1) {
      if ((freeAt[at] ?? 0) < (freeAt[first] ?? 0)) first = at;
    }
    const taken = freeAt[first] ?? 0;
    if (ahead >= place) return taken;
    freeAt[first] = taken + drawn(sorted, 0, random);
  }
}

/** How long a conversation still takes that has taken so long: one of those that took longer, without what has gone. */
function leftOf(age: number, sorted: readonly number[], random: Random): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) > age) to = middle;
    else from = middle + 1;
  }
  // It has taken longer than all: nothing tells more than that it may end at any time.
  if (from === sorted.length) return random() * (sorted[sorted.length >> 1] ?? 0);
  return drawn(sorted, from, random) - age;
}

function drawn(sorted: readonly number[], from: number, random: Random): number {
  return sorted[from + Math.floor(random() * (sorted.length - from))] ?? 0;
}

const MINUTE_MS = 60_000;
/** Minutes as people say them. */
const SAID_MINUTES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60];

/** An estimate as it is told, in minutes; null for more than an hour, of which nobody can tell. */
export function saidMinutes(waitMs: number): number | null {
  const minutes = waitMs / MINUTE_MS;
  if (minutes > 65) return null;
  return SAID_MINUTES.reduce((best, said) =>
    Math.abs(said - minutes) < Math.abs(best - minutes) ? said : best,
  );
}

/** What changes by less is no news. */
const LEAST_NEWS_MS = 2 * MINUTE_MS;
const NEWS_PART = 0.3;

/** Whether an estimate is another than the customer was told: they count down by themselves. @param toldUntil ISO 8601; null for nothing */
export function isAnotherWait(toldUntil: string | null, waitMs: number, now: Date): boolean {
  if (toldUntil === null) return true;
  const leftMs = Math.max(Date.parse(toldUntil) - now.getTime(), 0);
  return Math.abs(waitMs - leftMs) > Math.max(LEAST_NEWS_MS, NEWS_PART * Math.max(waitMs, leftMs));
}
