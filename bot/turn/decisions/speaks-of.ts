import type { Item } from '../../../index/contracts/items.js';
import { wordsOf } from '../understanding/normalise.js';

/** At least this share of the words must be found. */
const ENOUGH = 0.75;
/** So many letters at the start must be equal, and all but so many at the end. */
const START = 4;
const ENDING = 2;
/** From so many letters a word counts inside a longer one: compounds. */
const PART = 5;

/**
 * Whether an item, question and answer, speaks of three in four of some words, or more. Inflections ("kabel", "kabels")
 * and parts of compounds ("bundel" in "Wereldbundel") count as found.
 * @param words in their normal form
 */
export function speaksOf(item: Item, words: readonly string[]): boolean {
  const earlier = (item.earlier ?? []).map(({ text }) => text);
  const said = new Set(wordsOf([item.question, ...item.phrasings, item.answer, ...earlier].join(' ')));
  const found = words.filter((word) => said.has(word) || [...said].some((other) => isAlike(word, other)));
  return found.length >= ENOUGH * words.length;
}

function isAlike(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long === `${short}s`) return true;
  if (short.length < START) return false;
  const start = short.slice(0, Math.max(START, short.length - ENDING));
  return long.startsWith(start) || (short.length >= PART && long.includes(short));
}
