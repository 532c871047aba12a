import type { SignWords } from './sign-words.js';

const list = new Intl.ListFormat('nl', { type: 'conjunction' });

/** Wie kijkt en wie typt, in het Nederlands. */
export const signsNl: SignWords = {
  types: 'typt…',
  customerTypes: (name) => `${name} typt…`,
  gone: 'chat dicht',
  customerGone: (name, moment) => `${name} sloot de chat om ${moment}; uw antwoord wacht daar.`,
  colleaguesType: (names) => `${list.format(names)} ${names.length === 1 ? 'typt' : 'typen'} hier`,
  colleaguesLook: (names) => `${list.format(names)} ${names.length === 1 ? 'kijkt' : 'kijken'} mee`,
};
