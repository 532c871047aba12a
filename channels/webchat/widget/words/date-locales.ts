import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';

/** How dates and times are written: English as in Europe, day before month and a clock of 24 hours. */
export const DATE_LOCALES: Readonly<Record<SpokenLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };
