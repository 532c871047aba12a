import type { SnoozeTime } from '../../contracts/tools/desk-moves.js';
import { nextOpening } from '../../hours/opening-times.js';
import { DAY_MS, dayOf, MINUTE_MS, type Schedule } from '../../hours/schedule.js';
import { offsetMs, USUAL_TIME_ZONE } from '../../hours/time-zones.js';

const HOUR_MS = 60 * MINUTE_MS;
const NINE_MS = 9 * HOUR_MS;

/**
 * The moment until which something is set aside; an invalid date where `at` is none.
 * @param schedule null where the opening hours are not known
 */
export function snoozeUntil(time: SnoozeTime, schedule: Schedule | null, now: Date): Date {
  switch (time.kind) {
    case 'hour':
      return new Date(now.getTime() + HOUR_MS);
    case 'tomorrow': {
      const nine = nineTomorrow(schedule?.timeZone ?? USUAL_TIME_ZONE, now);
      return (schedule && nextOpening(schedule, nine)) ?? nine;
    }
    case 'at':
      return new Date(time.at);
  }
}

/** Nine o'clock of the next day as clocks in the zone show it. */
function nineTomorrow(timeZone: string, now: Date): Date {
  const shown = now.getTime() + offsetMs(timeZone, now.getTime());
  const wall = dayOf(shown) + DAY_MS + NINE_MS;
  // The offset of that morning: a night in which the clocks change may lie before it.
  return new Date(wall - offsetMs(timeZone, wall - offsetMs(timeZone, now.getTime())));
}
