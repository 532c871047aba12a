import { termsOf } from '../../lexical/tokenize.js';
import { unknownNumber } from './other-number.js';
import { countShared, namingWordsOf } from './small-words.js';

/**
 * A name behind a bare preposition: countries, cities, companies. A device mostly stands behind an article ("on my Galaxy"),
 * and what helps works there as well.
 */
const NAMED =
  /(?<![\p{L}\p{N}])(?:in|naar|bij|uit|vanuit|van|to|from|at|into|with|via|door)\s+(\p{Lu}[\p{L}\p{N}&'’-]{1,30})/gu;
/** Written without a capital it counts where no item of the release has the word. */
const UNKNOWN = /(?<![\p{L}\p{N}])(?:bij|naar|with|from|at|in)\s+(\p{Ll}{3,30})(?![\p{L}\p{N}])/gu;
/** Of the words of a title so many must be the question's: then a name that the item lacks stands out. */
const LEAST_SHARED = 0.5;
/** So many of the words begin with a capital where names cannot be told by it. */
const MOST_CAPITALS = 0.6;
/** Endings that a name may have in one text and not in the other. */
const ENDING = 2;
const SHORTEST_STEM = 4;

interface Told {
  readonly title: string;
  readonly answer: string;
}

/**
 * The country, company or version that a question is about and an item, which asks the same of another one, does not have;
 * null for none. Learned evidence misses most of them, because all other words meet theirs.
 *
 * On the fields of `fit` and `choose` a name is found in 13 of 211 pairs with one decisive word changed, in 1 of 225 controls
 * and in none of 7,200 other questions.
 * @param isKnownWord whether any item of the release has a word
 */
export function otherName(
  question: string,
  told: Told,
  isKnownWord: (word: string) => boolean,
): string | null {
  const number = unknownNumber(question, told);
  if (number !== null) return number;
  const names = [...namesIn(question), ...unknownIn(question, isKnownWord)];
  if (names.length === 0) return null;
  const subject = namingWordsOf(told.title);
  if (subject.size === 0) return null;
  if (countShared(subject, namingWordsOf(question)) / subject.size < LEAST_SHARED) return null;
  const held = `${told.title} ${told.answer}`.toLowerCase();
  return names.find((name) => !held.includes(stemOf(name.toLowerCase()))) ?? null;
}

function namesIn(question: string): string[] {
  const words = question.split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitals / words.length > MOST_CAPITALS) return [];
  return [...question.matchAll(NAMED)].map(([, name = '']) => name);
}

function unknownIn(question: string, isKnownWord: (word: string) => boolean): string[] {
  return [...question.matchAll(UNKNOWN)]
    .map(([, word = '']) => word)
    .filter((word) => termsOf(word).every((term) => !isKnownWord(term)));
}

function stemOf(name: string): string {
  return name.slice(0, Math.max(SHORTEST_STEM, name.length - ENDING));
}
