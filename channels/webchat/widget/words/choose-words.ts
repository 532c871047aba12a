import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { en } from './en.js';
import { nl } from './nl.js';
import type { WidgetWords } from './words.js';

/**
 * The language to speak: the first of the wishes (attribute, page, browser) that the widget knows, English when it
 * knows none of them. A wish is a language tag such as `nl-BE`, or empty.
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): SpokenLanguage {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split('-')[0];
    if (tag === 'nl' || tag === 'en') return tag;
  }
  return 'en';
}

export function widgetWords(language: SpokenLanguage): WidgetWords {
  return language === 'nl' ? nl : en;
}
