import type { SignWords } from './sign-words.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who looks and who types, in English. */
export const signsEn: SignWords = {
  types: 'typing…',
  customerTypes: (name) => `${name} is typing…`,
  gone: 'chat closed',
  customerGone: (name, moment) => `${name} closed the chat at ${moment}; your answer waits for them there.`,
  colleaguesType: (names) => `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} typing here`,
  colleaguesLook: (names) => `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} looking at this`,
};
