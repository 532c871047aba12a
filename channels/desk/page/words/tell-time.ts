import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { DeskWords } from './word-list.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCALES: Readonly<Record<SpokenLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** How long something takes, in the largest units that matter; a negative time counts as none. */
export function tellDuration(words: DeskWords, ms: number): string {
  if (ms < MINUTE) return words.duration.seconds(Math.max(0, Math.floor(ms / SECOND)));
  if (ms < HOUR) return words.duration.minutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return words.duration.hours(Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE));
  return words.duration.days(Math.floor(ms / DAY));
}

/** The time of day, with the day where it is not today's. @param at ISO 8601 @param now milliseconds */
export function tellMoment(language: SpokenLanguage, at: string, now: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(now).toDateString();
  return date.toLocaleString(LOCALES[language], {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The last moment of something to come: the time, with the day of the week and, a week ahead or more, the date. */
export function tellDeadline(language: SpokenLanguage, at: string, now: number): string {
  const date = new Date(at);
  const locale = LOCALES[language];
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date(now).toDateString()) return time;
  const day = date.toLocaleDateString(locale, {
    weekday: 'short',
    ...(date.getTime() - now < 6 * DAY ? {} : { day: 'numeric', month: 'short' }),
  });
  return `${day} ${time}`;
}

/** How much time is left; the last minute is not counted down. */
export function tellLeft(words: DeskWords, ms: number): string {
  return ms < MINUTE ? words.duration.lessThanMinute : tellDuration(words, ms);
}

/** How impatient a customer may be, for the colour of the waiting time. */
export function urgencyOf(ms: number): 'calm' | 'soon' | 'late' {
  if (ms < 5 * MINUTE) return 'calm';
  return ms < 15 * MINUTE ? 'soon' : 'late';
}
