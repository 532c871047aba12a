import { IANAZone } from 'luxon';
import { MINUTE_MS } from './schedule.js';

/** Where no hours, and so no time zone, are known: of the countries that the bot speaks in. */
export const USUAL_TIME_ZONE = 'Europe/Amsterdam';

/** Whether a name is one of a time zone that is known here. */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** By how much the clocks of a zone are ahead of UTC at a moment (milliseconds since 1970), in milliseconds. */
export function offsetMs(timeZone: string, at: number): number {
  return IANAZone.create(timeZone).offset(at) * MINUTE_MS;
}
