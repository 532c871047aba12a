import type { SpokenLanguage } from '../contracts/messages.js';
import type { TurnState } from './contracts.js';

/**
 * The state of a conversation before its first turn.
 *
 * @param locale language of the customer's page, such as `nl-NL`; null means Dutch, a language that is not spoken English
 */
export function startState(locale: string | null): TurnState {
  return {
    language: spokenLanguageOf(locale) ?? 'nl',
    pageLanguage: spokenLanguageOf(locale),
    isLanguageKnown: false,
    hasGreeted: false,
    question: null,
    rejectedItemIds: [],
    answer: null,
    quoted: [],
    openChoices: [],
    misses: 0,
    offered: null,
    hasToldWaiting: false,
    lastSaid: null,
    mood: 'calm',
    hasSympathised: false,
    toldDangers: [],
    hasToldLanguage: false,
  };
}

/** A state as it was kept; one that an earlier version wrote lacks what was not remembered then. */
export function stateFrom(kept: Partial<TurnState> | null, locale: string | null): TurnState {
  return { ...startState(locale), ...kept };
}

/**
 * The language to speak on a page of a locale: English where it names one that the bot does not speak, which more people
 * read than Dutch; null where it names none.
 */
export function spokenLanguageOf(locale: string | null): SpokenLanguage | null {
  const tag = locale?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (tag === 'nl' || tag === 'en') return tag;
  return /^[a-z]{2,3}$/.test(tag) ? 'en' : null;
}

/** Remembers the language of the page that an activity named, so that only another one is news. */
export function onPage(state: TurnState, locale: string | null): TurnState {
  return { ...state, pageLanguage: spokenLanguageOf(locale) ?? state.pageLanguage ?? null };
}

/** The same, and speaks it where the customer's own words have not told theirs and the page told another before. */
export function pageSpeaks(state: TurnState, locale: string | null): TurnState {
  const page = spokenLanguageOf(locale);
  const isNews =
    page !== null && !state.isLanguageKnown && (!state.hasGreeted || page !== state.pageLanguage);
  return { ...onPage(state, locale), ...(isNews ? { language: page } : {}) };
}
