import { isOpen, nextOpening } from './opening-times.js';
import { DAY_MS, dateOf, dayOf, type Schedule } from './schedule.js';
import { offsetMs } from './time-zones.js';

/** A moment as the clocks of the schedule show it. */
export interface LocalMoment {
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
export function backAt(schedule: Schedule | null, now: Date): LocalMoment | null {
  if (!schedule || isOpen(schedule, now)) return null;
  const opening = nextOpening(schedule, now);
  return opening && localMoment(schedule, opening, now);
}

/** What clocks in the zone of a schedule show at a moment. */
export function localMoment({ timeZone }: Pick<Schedule, 'timeZone'>, moment: Date, now: Date): LocalMoment {
  const onTheWall = (at: Date) => at.getTime() + offsetMs(timeZone, at.getTime());
  const shown = onTheWall(moment);
  return {
    date: dateOf(dayOf(shown)),
    time: new Date(shown).toISOString().slice(11, 16),
    daysAhead: (dayOf(shown) - dayOf(onTheWall(now))) / DAY_MS,
  };
}
