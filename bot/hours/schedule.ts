/** In minutes since midnight as the clock on the wall shows it; `to` is not part of it and may be 1440, 24:00. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** When a team is there. */
export interface Schedule {
  /** IANA name: "Europe/Amsterdam". */
  readonly timeZone: string;
  /** Seven days beginning with Monday; a day without periods is closed. */
  readonly week: readonly (readonly Period[])[];
  /** What holds on a date instead, holiday or not: by date ("2026-12-24"), no periods where it is closed. */
  readonly exceptions: ReadonlyMap<string, readonly Period[]>;
  /** Whether a date is a holiday, on which it is closed. */
  readonly isHoliday: (date: string) => boolean;
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** 1 January 1970, from which days are counted, was a Thursday. */
const FIRST_WEEKDAY = 3;

/**
 * The periods of a day of the calendar, in order.
 * @param dayMs the day as if it were one in UTC: its beginning there, in milliseconds since 1970
 */
export function periodsOn(schedule: Schedule, dayMs: number): readonly Period[] {
  const date = dateOf(dayMs);
  const exception = schedule.exceptions.get(date);
  if (exception) return exception;
  const days = dayMs / DAY_MS + FIRST_WEEKDAY;
  const periods = schedule.week[((days % 7) + 7) % 7] ?? [];
  // Most calendars are asked seldom: not on days that are closed anyway.
  return periods.length === 0 || schedule.isHoliday(date) ? [] : periods;
}

/** The day on which a moment lies, as if in UTC. */
export function dayOf(localMs: number): number {
  return Math.floor(localMs / DAY_MS) * DAY_MS;
}

/** "2026-12-24" of a day. */
export function dateOf(dayMs: number): string {
  return new Date(dayMs).toISOString().slice(0, 10);
}
