import type { SpokenLanguage } from '../../contracts/messages.js';

const WORDS: Readonly<Record<SpokenLanguage, (minutes: number) => string>> = {
  nl: (minutes) =>
    `Het wachten duurt ongeveer ${minutes === 1 ? 'een minuut' : minutes === 60 ? 'een uur' : `${minutes} minuten`}.`,
  en: (minutes) =>
    `The wait is about ${minutes === 1 ? 'a minute' : minutes === 60 ? 'an hour' : `${minutes} minutes`}.`,
};

/** Puts about how long the wait is behind the place. @param minutes null or left out where it is not told */
export function withWait(
  place: string,
  minutes: number | null | undefined,
  language: SpokenLanguage,
): string {
  return minutes == null ? place : `${place} ${WORDS[language](minutes)}`;
}
