import type { SpokenLanguage } from '../../contracts/messages.js';
import type { LocalMoment } from '../../hours/back-at.js';
import { phrasesOf } from './phrases-of.js';
import { withWait } from './tell-wait.js';

/** From so many days on a weekday alone could be the wrong one. */
const WEEK_DAYS = 7;
/** From so many days on a date without its year could be the wrong one. */
const MOST_OF_A_YEAR_DAYS = 300;

/**
 * Puts when somebody is there again behind what else is told: "We are back on Monday from 8:00." The day is said as people
 * say it: today, tomorrow, a weekday, from a week ahead on the date as well.
 * @param opening null or left out where it is not known, or need not be told
 */
export function withOpening(
  told: string,
  opening: LocalMoment | null | undefined,
  language: SpokenLanguage,
): string {
  return opening ? `${told} ${tellOpening(opening, language)}` : told;
}

/** The same behind about how long the wait is, and then until when an answer is promised: "You will get an answer here on Tuesday before 14:00." */
export function withPromise(
  told: string,
  facts: {
    readonly backAt?: LocalMoment | null;
    readonly promisedUntil?: LocalMoment | null;
    readonly waitMinutes?: number | null;
  },
  language: SpokenLanguage,
): string {
  const opened = withOpening(withWait(told, facts.waitMinutes, language), facts.backAt, language);
  if (!facts.promisedUntil) return opened;
  const { promised } = phrasesOf(language);
  return `${opened} ${tellMoment(facts.promisedUntil, language, promised)}`;
}

/** When somebody is there again, in a sentence. */
export function tellOpening(opening: LocalMoment, language: SpokenLanguage): string {
  return tellMoment(opening, language, phrasesOf(language).backAt);
}

function tellMoment(
  { date, time, daysAhead }: LocalMoment,
  language: SpokenLanguage,
  tell: (day: string, time: string) => string,
): string {
  const phrases = phrasesOf(language);
  const [hour = '', minutes = ''] = time.split(':');
  const day =
    [phrases.today, phrases.tomorrow][daysAhead] ??
    phrases.onDay(namesOf(date, daysAhead, phrases.locale).join(' '));
  return tell(day, phrases.timeOfDay(String(Number(hour)), minutes));
}

/** Weekday and, where needed, date, each by itself: put together some versions of Node set a comma between them. */
function namesOf(date: string, daysAhead: number, locale: string): string[] {
  const name = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(new Date(date));
  const weekday = name({ weekday: 'long' });
  if (daysAhead < WEEK_DAYS) return [weekday];
  const year = daysAhead < MOST_OF_A_YEAR_DAYS ? undefined : 'numeric';
  return [weekday, name({ day: 'numeric', month: 'long', year })];
}
