import type { SpokenLanguage } from '../../contracts/messages.js';
import { en } from './en.js';
import { nl } from './nl.js';
import type { Phrases } from './phrases.js';

const PHRASES: Readonly<Record<SpokenLanguage, Phrases>> = { nl, en };

/** Everything the bot says in a language. */
export function phrasesOf(language: SpokenLanguage): Phrases {
  return PHRASES[language];
}
