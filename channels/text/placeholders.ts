import type { SpokenLanguage } from '../../bot/contracts/messages.js';

/** What placeholders are filled with; '' where it is not known. */
export interface Fillings {
  readonly customer: string;
  readonly firstName: string;
  readonly agent: string;
  readonly company: string;
  readonly date: string;
  readonly time: string;
}

/** A placeholder in a text, with its braces. */
export interface OpenPlaceholder {
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
}

/** What each name stands for: either language's names work in both. */
const MEANINGS: ReadonlyMap<string, keyof Fillings> = new Map([
  ['customer', 'customer'],
  ['klant', 'customer'],
  ['first name', 'firstName'],
  ['voornaam', 'firstName'],
  ['agent', 'agent'],
  ['medewerker', 'agent'],
  ['company', 'company'],
  ['bedrijf', 'company'],
  ['date', 'date'],
  ['datum', 'date'],
  ['time', 'time'],
  ['tijd', 'time'],
]);

/** The names that are offered to whoever writes a canned answer. */
export const PLACEHOLDER_NAMES: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  nl: ['klant', 'voornaam', 'medewerker', 'bedrijf', 'datum', 'tijd'],
  en: ['customer', 'first name', 'agent', 'company', 'date', 'time'],
};

/** A word or a few in braces. Code has other things in them, or a space behind the brace. */
const PLACEHOLDER = /\{(\p{L}[\p{L}\p{N} _-]{0,39})\}/gu;

const LOCALES: Readonly<Record<SpokenLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A text with every placeholder filled that can be; the others stay, for the agent. What was filled in is not read again. */
export function fillPlaceholders(text: string, fillings: Fillings): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const meaning = MEANINGS.get(name.toLowerCase());
    return meaning === undefined || fillings[meaning] === '' ? whole : fillings[meaning];
  });
}

/** The placeholders that nobody filled, in their order. */
export function openPlaceholders(text: string): OpenPlaceholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: found, index }) => ({ text: found, at: index }));
}

/**
 * What is known now.
 * @param now milliseconds since 1970
 * @param language the customer's: their date is written in it
 * @param timeZone in which it is read; that of the machine where not given
 */
export function fillingsFrom(
  names: { readonly customer: string; readonly agent: string; readonly company: string },
  language: SpokenLanguage,
  now: number,
  timeZone?: string,
): Fillings {
  const date = new Date(now);
  const zone = timeZone === undefined ? {} : { timeZone };
  const locale = LOCALES[language];
  const { customer, agent, company } = names;
  return {
    customer,
    firstName: customer.trim().split(/\s+/u)[0] ?? '',
    agent,
    company,
    date: date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone }),
    time: date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', ...zone }),
  };
}
