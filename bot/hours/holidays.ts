import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { DAY_MS, dateOf } from './schedule.js';

/** A country, and where its regions differ one of them, by the codes of date-holidays: "NL"; "GB" and "ENG". */
export interface HolidayPlace {
  readonly country: string;
  readonly region?: string | undefined;
}

/** Countries that are in there for certain: a start with one of them need not load the calendars of the whole world. */
const NEAR_BY: readonly string[] = ['NL', 'BE', 'DE', 'GB'];

const NOON_MS = DAY_MS / 2;

/** Whether the holidays of a place are known. */
export function knowsHolidaysOf({ country, region }: HolidayPlace): boolean {
  if (region === undefined && NEAR_BY.includes(country)) return true;
  const world = new (loadHolidays())();
  if (!Object.hasOwn(world.getCountries(), country)) return false;
  return region === undefined || Object.hasOwn(world.getStates(country) ?? {}, region);
}

/**
 * The public holidays of a place: those on which everybody is free, also where they are kept on another day.
 * @returns tells of a date ("2026-12-25") whether it is one
 */
export function holidaysOf({ country, region }: HolidayPlace): (date: string) => boolean {
  let calendar: Holidays | null = null;
  const years = new Map<string, ReadonlySet<string>>();
  return (date) => {
    const year = date.slice(0, 4);
    const known = years.get(year);
    if (known) return known.has(date);
    calendar ??= openCalendar({ country, region });
    const days = new Set(calendar.getHolidays(Number(year)).flatMap(datesOf));
    years.set(year, days);
    return days.has(date);
  };
}

/** A fifth of a second and 25 MB: only once somebody asks for a holiday. */
function loadHolidays(): typeof Holidays {
  const require = createRequire(import.meta.url);
  return require('date-holidays');
}

function openCalendar({ country, region }: HolidayPlace): Holidays {
  const options = { types: ['public' as const] };
  const Calendar = loadHolidays();
  return region === undefined ? new Calendar(country, options) : new Calendar(country, region, options);
}

/** The dates of a holiday, which begins as "2026-12-25 00:00:00": those of which it covers the noon. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const midnight = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const begins = Date.parse(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`);
  const ends = begins + end.getTime() - start.getTime();
  const dates: string[] = [];
  for (let day = midnight; day + NOON_MS < ends; day += DAY_MS) {
    if (day + NOON_MS >= begins) dates.push(dateOf(day));
  }
  return dates;
}
