import { wordingKey } from './wording-key.js';

const FEWEST_WORDS = 2;
const MOST_WORDS = 60;

/** How much of a wording must be letters; below it is a number, a code or an address. */
const LETTERS = 0.6;

/**
 * Whether a text can stand beside an item's question: 2 to 60 words, mostly letters, no link, and nothing in it that
 * had to be redacted. A question with somebody's number in it is about them, not about the item.
 * @param text redacted, one line
 */
export function isWording(text: string): boolean {
  if (REDACTED.test(text) || LINK.test(text)) return false;
  const words = wordingKey(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  const visible = text.replaceAll(/\s/g, '').length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return words.length >= FEWEST_WORDS && words.length <= MOST_WORDS && letters >= visible * LETTERS;
}

/** Redaction leaves words in square brackets. */
const REDACTED = /\[[^[\]]+\]/;
const LINK = /\bhttps?:\/\/|\bwww\./i;
