import type { Schedule } from '../../bot/hours/schedule.js';

/**
 * Opening times the slow way: the wall clock is asked minute by minute, and nothing is known of zones beside what Intl says.
 * Slow is what makes it easy to believe; what the product answers must be the same.
 */
export interface MinuteOracle {
  isOpen(at: number): boolean;
  /** Milliseconds of opening time from the beginning of the window to a moment within it. */
  openMsUntil(to: number): number;
  /** The first moment that is open; null where there is none in the window. */
  nextOpening(): number | null;
  /** The first moment by which so many milliseconds were open; null where they are not reached in the window. */
  afterOpenMs(ms: number): number | null;
}

interface Wall {
  readonly date: string;
  readonly weekday: string;
  readonly minutes: number;
}

const MINUTE = 60_000;
/** Clocks are changed on the quarter of an hour, nowhere in between: within one the minutes run on. */
const QUARTER = 15 * MINUTE;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();
const quarters = new Map<string, Map<number, Wall>>();

/** An oracle for what lies between two moments, in milliseconds since 1970. */
export function createMinuteOracle(schedule: Schedule, from: number, until: number): MinuteOracle {
  const minutes: { readonly from: number; readonly to: number }[] = [];
  for (let at = from - mod(from, MINUTE); at < until; at += MINUTE) {
    if (isOpenAt(schedule, at)) minutes.push({ from: Math.max(at, from), to: Math.min(at + MINUTE, until) });
  }
  return {
    isOpen: (at) => isOpenAt(schedule, at),
    openMsUntil: (to) =>
      minutes.reduce((sum, minute) => sum + Math.max(0, Math.min(minute.to, to) - minute.from), 0),
    nextOpening: () => minutes[0]?.from ?? null,
    afterOpenMs(ms) {
      if (ms === 0) return from;
      let left = ms;
      for (const minute of minutes) {
        if (minute.to - minute.from >= left) return minute.from + left;
        left -= minute.to - minute.from;
      }
      return null;
    },
  };
}

function isOpenAt(schedule: Schedule, at: number): boolean {
  const { date, weekday, minutes } = wallAt(schedule.timeZone, at);
  const ofWeekday = schedule.isHoliday(date) ? [] : schedule.week[WEEKDAYS.indexOf(weekday)];
  const periods = schedule.exceptions.get(date) ?? ofWeekday ?? [];
  return periods.some(({ from, to }) => minutes >= from && minutes < to);
}

function wallAt(timeZone: string, at: number): Wall {
  const known = quarters.get(timeZone) ?? new Map<number, Wall>();
  quarters.set(timeZone, known);
  const quarter = at - mod(at, QUARTER);
  const wall = known.get(quarter) ?? readWall(timeZone, quarter);
  known.set(quarter, wall);
  const past = Math.floor((at - quarter) / MINUTE);
  return past === 0 ? wall : { date: wall.date, weekday: wall.weekday, minutes: wall.minutes + past };
}

function readWall(timeZone: string, at: number): Wall {
  const format = formats.get(timeZone) ?? makeFormat(timeZone);
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: parts.weekday ?? '',
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
