import type { SpokenLanguage } from '../contracts/messages.js';
import type { TurnState } from './contracts.js';

/**
 * The state of a conversation before its first turn.
 *
 * @param locale language of the customer's page, such as `nl-NL`; anything but English means Dutch
 */
export function startState(locale: string | null): TurnState {
  return {
    language: spokenLanguageOf(locale) ?? 'nl',
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

/** The spoken language a locale names; null where it names none that the bot speaks. */
export function spokenLanguageOf(locale: string | null): SpokenLanguage | null {
  const tag = locale?.trim().toLowerCase().split(/[-_]/)[0];
  return tag === 'nl' || tag === 'en' ? tag : null;
}
