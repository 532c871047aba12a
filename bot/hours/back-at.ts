import { isOpen, nextOpening } from './opening-times.js';
import { DAY_MS, dateOf, dayOf, type Schedule } from './schedule.js';
import { offsetMs } from './time-zones.js';

/** When somebody is there again, as the clocks of the schedule show it. */
export interface LocalOpening {
  /** "2026-12-24". */
  readonly date: string;
  /** "08:00". */
  readonly time: string;
  /** How many days from now: 0 for today. */
  readonly daysAhead: number;
}

/**
 * When somebody is there again. Null within the opening hours: when who should be there comes, they do not tell; and where no
 * hours are known, or none come.
 */
export function backAt(schedule: Schedule | null, now: Date): LocalOpening | null {
  if (!schedule || isOpen(schedule, now)) return null;
  const opening = nextOpening(schedule, now);
  if (!opening) return null;
  const onTheWall = (at: Date) => at.getTime() + offsetMs(schedule.timeZone, at.getTime());
  const opens = onTheWall(opening);
  return {
    date: dateOf(dayOf(opens)),
    time: new Date(opens).toISOString().slice(11, 16),
    daysAhead: (dayOf(opens) - dayOf(onTheWall(now))) / DAY_MS,
  };
}
