import { termsOf } from '../../lexical/tokenize.js';
import { countShared, namingWordsOf } from './small-words.js';

/** Beginnings that make contrary words of one stem, in Dutch and English: "aanmelden" and "afmelden", "block" and "unblock". */
const CONTRARY_BEGINNINGS: readonly (readonly [string, string])[] = [
  ['', 'de'],
  ['', 'des'],
  ['', 'dis'],
  ['', 'ont'],
  ['', 'un'],
  ['aan', 'af'],
  ['aan', 'uit'],
  ['af', 'toe'],
  ['be', 'ont'],
  ['down', 'up'],
  ['ex', 'im'],
  ['heen', 'terug'],
  ['in', 'out'],
  ['in', 'uit'],
  ['onder', 'over'],
  ['ont', 'op'],
  ['af', 'op'],
  ['over', 'under'],
];
const SHORTEST_STEM = 4;
/** From so many letters on two stems may end in other letters: "blokkeer", "deblokkeren". */
const SHORTEST_TO_BEND = 5;
const ENDING = 2;

interface Told {
  readonly title: string;
  readonly answer: string;
}

/**
 * Whether a question has a word whose contrary stands in the title of an item, where the item speaks of that contrary alone and
 * both share another word: "blokkeer" beside "Hoe deblokkeer ik mijn pas?".
 *
 * On the fields of `fit` and `choose` it meets 1 of 211 pairs, none of 225 controls and 2 of 7,200 other questions.
 */
export function hasReversedWord(question: string, { title, answer }: Told): boolean {
  const asked = [...namingWordsOf(question)];
  const told = [...namingWordsOf(title)].filter((word) => !asked.includes(word));
  const turned = asked.filter((word) => told.some((other) => areContrary(word, other)));
  if (turned.length === 0) return false;
  const rest = new Set(told.filter((word) => !turned.some((other) => areContrary(other, word))));
  const shared = [...namingWordsOf(title)].some((word) => asked.includes(word));
  if (!shared && countShared(rest, new Set(asked)) === 0) return false;
  const held = termsOf(`${title} ${answer}`);
  return turned.some((word) => !held.some((other) => areForms(word, other)));
}

function areContrary(word: string, other: string): boolean {
  return CONTRARY_BEGINNINGS.some(
    ([one, two]) =>
      areForms(stemBehind(word, one), stemBehind(other, two)) ||
      areForms(stemBehind(word, two), stemBehind(other, one)),
  );
}

function stemBehind(word: string, beginning: string): string {
  return word.startsWith(beginning) ? word.slice(beginning.length) : '';
}

function areForms(stem: string, other: string): boolean {
  if (stem === other) return stem.length >= SHORTEST_STEM;
  const kept = Math.max(SHORTEST_TO_BEND, Math.min(stem.length, other.length) - ENDING);
  if (stem.length < kept || other.length < kept) return false;
  return stem.slice(0, kept) === other.slice(0, kept);
}
