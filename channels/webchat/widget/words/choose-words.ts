import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { en } from './en.js';
import { nl } from './nl.js';
import type { WidgetWords } from './words.js';

/**
 * The language to speak: that of the first wish (attribute, page, browser) that is one, English where the widget does not
 * speak it: a French page is met in English, whatever the browser's. A wish is a language tag such as `nl-BE`, or empty.
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): SpokenLanguage {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split('-')[0];
    if (tag) return tag === 'nl' ? 'nl' : 'en';
  }
  return 'en';
}

export function widgetWords(language: SpokenLanguage): WidgetWords {
  return language === 'nl' ? nl : en;
}
