import type { SpokenLanguage } from '../../contracts/messages.js';
import { phrasesOf } from './phrases-of.js';

/** A day as people write it, "3 maart 2025" or "3 March 2025", in UTC; null where the time is unknown or unreadable. */
export function formatDate(iso: string | null, language: SpokenLanguage): string | null {
  const date = readDate(iso);
  return date && dayFormatOf(phrasesOf(language).locale).format(date);
}

/** Making one takes longer than all else that is written into an answer, so each is made once. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormatOf(locale: string): Intl.DateTimeFormat {
  const known = dayFormats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  dayFormats.set(locale, made);
  return made;
}

/** The name of a language in a language: "Engels", "Dutch"; the tag itself where it is unknown. */
export function formatLanguage(tag: string, language: SpokenLanguage): string {
  try {
    return new Intl.DisplayNames([phrasesOf(language).locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // no valid tag
  }
}

/** A time as ISO 8601, null where there is none or it cannot be read. */
export function readDate(iso: string | null): Date | null {
  const date = iso === null ? null : new Date(iso);
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
