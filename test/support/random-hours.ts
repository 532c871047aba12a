import { holidaysOf } from '../../bot/hours/holidays.js';
import { afterOpenMs, isOpen, nextOpening, openMsBetween } from '../../bot/hours/opening-times.js';
import { makePromise, runPromise, stopPromise } from '../../bot/hours/promise.js';
import type { Period, Schedule } from '../../bot/hours/schedule.js';
import { createMinuteOracle } from './minute-oracle.js';
import { fc } from './properties.js';

/** A promise, and how long by turns it runs and stands still, in milliseconds. */
export interface PromiseCase {
  readonly totalMs: number;
  readonly turns: readonly { readonly runMs: number; readonly stopMs: number }[];
}

/** A schedule and moments to ask it about. */
export interface HoursCase {
  readonly schedule: Schedule;
  readonly from: number;
  readonly to: number;
  readonly openMs: number;
  readonly promised: PromiseCase;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** So far the oracle walks. */
const WINDOW = 3 * DAY;

/** Whole, half and quarter hours from UTC; clocks changed by one hour, by half of one, at midnight, or never. */
const ZONES = [
  'Europe/Amsterdam',
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
];
/** Nights in which clocks are changed somewhere, and days that are holidays. */
const NOTABLE = [
  ...['2025-03-09', '2025-03-30', '2025-04-06', '2025-09-28', '2025-10-05', '2025-10-26', '2025-11-02'],
  ...['2026-02-15', '2026-03-22', '2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01'],
  ...['2025-04-26', '2025-04-27', '2025-12-25', '2026-01-01', '2026-04-03', '2026-05-25', '2026-12-26'],
].map((date) => Date.parse(date));
const CALENDARS = [
  () => false,
  ...[{ country: 'NL' }, { country: 'BE' }, { country: 'DE' }, { country: 'GB', region: 'ENG' }].map(
    holidaysOf,
  ),
];

/** Any minute of a day, often one at which clocks are changed or a day begins or ends. */
const minute = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 240 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
);
const periods: fc.Arbitrary<readonly Period[]> = fc
  .uniqueArray(minute, { maxLength: 8 })
  .map((minutes) => inPairs(minutes.sort((a, b) => a - b)));
const from = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NOTABLE) },
      fc
        .integer({ min: Date.parse('2025-01-01') / DAY, max: Date.parse('2026-12-30') / DAY })
        .map((day) => day * DAY),
    ),
    fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    fc.boolean(),
  )
  .map(([day, off, isWhole]) => (isWhole ? day + off - (off % MINUTE) : day + off));

/** Schedules with up to four periods a day, exceptions and holidays, around nights in which clocks are changed. */
export const hoursCase: fc.Arbitrary<HoursCase> = from.chain((start) =>
  fc.record({
    schedule: fc
      .record({
        timeZone: fc.constantFrom(...ZONES),
        week: fc.array(periods, { minLength: 7, maxLength: 7 }),
        exceptions: fc
          .array(fc.tuple(fc.integer({ min: -1, max: 3 }), periods), { maxLength: 2 })
          .map((days) => new Map(days.map(([day, open]) => [dateAt(start + day * DAY), open]))),
        isHoliday: fc.constantFrom(...CALENDARS),
      })
      .map((schedule): Schedule => schedule),
    from: fc.constant(start),
    to: fc.integer({ min: 0, max: 2 * DAY }).map((ms) => start + ms),
    openMs: fc.oneof(
      fc.integer({ min: 0, max: 48 }).map((halves) => (halves * HOUR) / 2),
      fc.integer({ min: 0, max: 24 * HOUR }),
    ),
    promised: fc.record({
      totalMs: fc.integer({ min: 1, max: 16 }).map((hours) => (hours * HOUR) / 2),
      turns: fc.array(
        fc.record({
          runMs: fc.integer({ min: 0, max: 6 * HOUR }),
          stopMs: fc.integer({ min: 0, max: 8 * HOUR }),
        }),
        { maxLength: 2 },
      ),
    }),
  }),
);

/** What the product answers, and what the wall clock shows; both say null for what lies beyond the oracle's window. */
export function bothAnswers({ schedule, from, to, openMs, promised }: HoursCase) {
  const until = from + WINDOW;
  const oracle = createMinuteOracle(schedule, from, until);
  const [start, end] = [new Date(from), new Date(to)];
  const within = (at: Date | null, isLast: boolean) =>
    at === null || at.getTime() > until || (at.getTime() === until && !isLast) ? null : at.getTime();
  return {
    product: {
      isOpen: isOpen(schedule, start),
      nextOpening: within(nextOpening(schedule, start), false),
      openMs: openMsBetween(schedule, start, end),
      afterOpenMs: within(afterOpenMs(schedule, start, openMs), true),
      ...promisedByProduct(schedule, from, promised),
    },
    oracle: {
      isOpen: oracle.isOpen(from),
      nextOpening: oracle.nextOpening(),
      openMs: oracle.openMsUntil(to),
      afterOpenMs: oracle.afterOpenMs(openMs),
      ...promisedByOracle(schedule, from, promised),
    },
  };
}

/** When a promise is due, and when the desk is warned, after all turns; null beyond the window after the last. */
function promisedByProduct(schedule: Schedule, from: number, { totalMs, turns }: PromiseCase) {
  let promise = makePromise(schedule, new Date(from), totalMs);
  let now = from;
  for (const { runMs, stopMs } of turns) {
    if (promise === null || (promise.dueAt !== null && Date.parse(promise.dueAt) <= now + runMs)) break;
    promise = stopPromise(promise, new Date(now + runMs));
    now += runMs + stopMs;
    promise = runPromise(schedule, promise, new Date(now), totalMs);
  }
  const shown = (at: string | null | undefined) =>
    at === null || at === undefined || Date.parse(at) > now + WINDOW ? null : Date.parse(at);
  return { dueAt: shown(promise?.dueAt), warnAt: shown(promise?.warnAt) };
}

/** The same by counting minutes. */
function promisedByOracle(schedule: Schedule, from: number, { totalMs, turns }: PromiseCase) {
  let left = totalMs;
  let now = from;
  let oracle = createMinuteOracle(schedule, now, now + WINDOW);
  for (const { runMs, stopMs } of turns) {
    const used = oracle.openMsUntil(now + runMs);
    if (used >= left) break;
    left -= used;
    now += runMs + stopMs;
    oracle = createMinuteOracle(schedule, now, now + WINDOW);
  }
  return {
    dueAt: oracle.afterOpenMs(left),
    warnAt: oracle.afterOpenMs(Math.max(0, Math.ceil(left - totalMs / 4))),
  };
}

function inPairs(minutes: readonly number[]): Period[] {
  return minutes.flatMap((start, place) => {
    const end = minutes[place + 1];
    return place % 2 === 0 && end !== undefined ? [{ from: start, to: end }] : [];
  });
}

function dateAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
