import { z } from 'zod';
import { bundledFile } from '../../index/platform/bundled-file.js';
import { botErrors } from '../errors.js';
import { holidaysOf, knowsHolidaysOf } from '../hours/holidays.js';
import type { Period, Schedule } from '../hours/schedule.js';
import { isTimeZone } from '../hours/time-zones.js';
import { complaintsOf, readJsonFile } from './read-json-file.js';

const BUNDLED = 'data/facts/opening-hours.json';
const MOST_PERIODS = 12;
const MOST_EXCEPTIONS = 400;
const PERIOD = /^([01]\d|2[0-3]):([0-5]\d) ?[–-] ?(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

const period = z
  .string()
  .regex(PERIOD, 'must be written like "08:00–17:30"; "24:00" is the end of a day')
  .transform(readPeriod)
  .refine(
    ({ from, to }) => from < to,
    'must end later than it begins; what goes on after midnight is "22:00–24:00", and "00:00–02:00" of the next day',
  );
const periods = z
  .array(period, { error: 'must be a list of periods, [] for closed' })
  .max(MOST_PERIODS, `must have ${MOST_PERIODS} periods at most`)
  .transform((day) => [...day].sort((a, b) => a.from - b.from))
  .refine(
    (day) => day.every(({ from }, place) => from >= (day[place - 1]?.to ?? 0)),
    'must not have periods that overlap',
  );
const place = z
  .strictObject({ country: z.string(), region: z.string().optional() })
  .refine(
    knowsHolidaysOf,
    'must be a country by its code ("NL", "BE", "DE", "GB"), and a region of it by its code ("ENG") or none',
  );
const exceptions = z
  .record(z.string(), periods)
  .refine((days) => Object.keys(days).length <= MOST_EXCEPTIONS, `must be ${MOST_EXCEPTIONS} at most`)
  .superRefine((days, context) => {
    for (const date of Object.keys(days).filter((key) => !isDate(key)))
      context.addIssue({ code: 'custom', path: [date], message: 'must be a date, like "2026-12-24"' });
  });
const schema = z
  .strictObject({
    company: z.string().min(1, 'must name the company'),
    timeZone: z.string().refine(isTimeZone, 'must be a time zone by its name, like "Europe/Amsterdam"'),
    holidays: place.nullable(),
    week: z.strictObject({
      monday: periods,
      tuesday: periods,
      wednesday: periods,
      thursday: periods,
      friday: periods,
      saturday: periods,
      sunday: periods,
    }),
    exceptions: exceptions.default({}),
  })
  .nullable();

/**
 * Reads when the company's staff are there.
 * @param path JSON file of a company; where not given, the hours of the sample company, which count for no other
 * @param company name of the company that the bot speaks for
 * @returns null where the file says nothing: then the hours are not known
 * @throws OPENING_HOURS_UNREADABLE, OPENING_HOURS_INVALID with all complaints at once
 */
export function readOpeningHours(path: string | undefined, company: string): Schedule | null {
  const file = path ?? bundledFile(BUNDLED);
  const result = schema.safeParse(readJsonFile(file, botErrors.OPENING_HOURS_UNREADABLE));
  if (!result.success) {
    throw botErrors.OPENING_HOURS_INVALID({ path: file, complaints: complaintsOf(result.error) });
  }
  const hours = result.data;
  if (!hours || (path === undefined && hours.company !== company)) return null;
  const { timeZone, holidays, week, exceptions } = hours;
  return {
    timeZone,
    week: [week.monday, week.tuesday, week.wednesday, week.thursday, week.friday, week.saturday, week.sunday],
    exceptions: new Map(Object.entries(exceptions)),
    isHoliday: holidays ? holidaysOf(holidays) : () => false,
  };
}

function readPeriod(written: string): Period {
  const [, fromHour, fromMinute, toHour = '24', toMinute = '0'] = PERIOD.exec(written) ?? [];
  return {
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
  };
}

function isDate(written: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
}
