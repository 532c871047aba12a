import { isDeepStrictEqual } from 'node:util';
import { fc } from '../support/properties.js';
import { bothAnswers, type HoursCase, hoursCase } from '../support/random-hours.js';

const CASES = 100_000;
const SEED = 20_261_129;
const TWO_DAYS_MS = 2 * 86_400_000;

/**
 * How many of 100,000 random schedules and moments are answered as the clock on the wall shows it minute by minute, a promise
 * that stands still by turns among the answers; and how
 * many of them were open, on a holiday, or within two days of a change of clocks, so that the figure says something.
 * @param argument another number of cases
 */
export function measureHours(argument: string) {
  const cases = argument === '' ? CASES : Number(argument);
  const seen = {
    open: 0,
    onHoliday: 0,
    opensWithinThreeDays: 0,
    promiseKeptWithinThreeDays: 0,
    promiseStopped: 0,
    clocksChanged: 0,
  };
  const startedAt = performance.now();
  const { failed, numRuns, counterexample } = fc.check(
    fc.property(hoursCase, (asked) => {
      const { product, oracle } = bothAnswers(asked);
      if (oracle.isOpen) seen.open += 1;
      if (oracle.nextOpening !== null) seen.opensWithinThreeDays += 1;
      if (oracle.afterOpenMs !== null) seen.promiseKeptWithinThreeDays += 1;
      if (asked.promised.turns.length > 0) seen.promiseStopped += 1;
      if (hasHoliday(asked)) seen.onHoliday += 1;
      if (changesClocks(asked)) seen.clocksChanged += 1;
      return isDeepStrictEqual(product, oracle);
    }),
    { numRuns: cases, seed: SEED, endOnFailure: true },
  );
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return { cases: numRuns, seed: SEED, isEqual: !failed, counterexample, seen, seconds };
}

function hasHoliday({ schedule, from }: HoursCase): boolean {
  return schedule.isHoliday(new Date(from).toISOString().slice(0, 10));
}

/** Whether its zone is ahead of UTC by something else two days later. */
function changesClocks({ schedule, from }: HoursCase): boolean {
  const { timeZone } = schedule;
  const offsets = [from, from + TWO_DAYS_MS].map((at) =>
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName'),
  );
  return offsets[0]?.value !== offsets[1]?.value;
}
