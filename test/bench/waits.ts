import { dayOfWaits, medianError, type WaitedOnce } from '../support/day-of-waits.js';

const DAYS = 50;
const SEED = 20_261_130;
const FROM_MINUTES = [1, 3, 8, 20];

/**
 * How far the waits that customers are told are from those that come, on days of arrivals and agents that are played: the median
 * of each day's errors as parts of the wait, and of all, by how long it was.
 * @param argument another number of days
 */
export function measureWaits(argument: string) {
  const days = argument === '' ? DAYS : Number(argument);
  const played = Array.from({ length: days }, (_, day) => dayOfWaits(SEED + day));
  const all = played.flatMap(({ waited }) => waited);
  const errors = played.map(({ waited }) => round(medianError(waited))).sort((a, b) => a - b);
  return {
    days,
    seed: SEED,
    waited: all.length,
    untold: played.reduce((sum, { untold }) => sum + untold, 0),
    medianError: round(medianError(all)),
    worstDay: errors.at(-1) ?? 0,
    bestDay: errors[0] ?? 0,
    daysAbove30Percent: errors.filter((error) => error > 0.3).length,
    byWait: FROM_MINUTES.map((from, at) => {
      const to = FROM_MINUTES[at + 1] ?? Number.POSITIVE_INFINITY;
      const some = all.filter(({ waitedMinutes }) => waitedMinutes >= from && waitedMinutes < to);
      return { fromMinutes: from, waited: some.length, medianError: round(medianError(some)) };
    }),
    withTwentySamples: round(medianError(firstDays(days))),
  };
}

/** Days at whose beginning nothing is known: told from the twentieth sample of the day on. */
function firstDays(days: number): readonly WaitedOnce[] {
  return Array.from({ length: days }, (_, day) => dayOfWaits(SEED + day, true)).flatMap(
    ({ waited }) => waited,
  );
}

function round(part: number): number {
  return Math.round(part * 1_000) / 1_000;
}
