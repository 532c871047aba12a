import type { SpokenLanguage } from '../../../../bot/contracts.js';
import type { Words } from './word-list.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes, in the largest units that matter; a negative time counts as none. */
export function tellDuration(words: Words, ms: number): string {
  if (ms < MINUTE) return words.duration.seconds(Math.max(0, Math.floor(ms / SECOND)));
  if (ms < HOUR) return words.duration.minutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return words.duration.hours(Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE));
  return words.duration.days(Math.floor(ms / DAY));
}

/** The time of day, with the day where it is not today's. @param at ISO 8601 @param now milliseconds */
export function tellMoment(language: SpokenLanguage, at: string, now: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(now).toDateString();
  return date.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** How impatient a customer may be, for the colour of the waiting time. */
export function urgencyOf(ms: number): 'calm' | 'soon' | 'late' {
  if (ms < 5 * MINUTE) return 'calm';
  return ms < 15 * MINUTE ? 'soon' : 'late';
}
