import { termsOf } from '../../lexical/tokenize.js';
import { isLikeOneOf } from './like-words.js';
import { otherDuration } from './other-duration.js';
import { unknownNumber } from './other-number.js';
import { countShared, namingWordsOf } from './small-words.js';
import { unknownWord } from './unknown-word.js';

/**
 * A name behind a bare preposition: countries, cities, companies. A device mostly stands behind an article ("on my Galaxy"),
 * and what helps works there as well.
 */
const NAMED =
  /(?<![\p{L}\p{N}])(?:in|naar|bij|met|uit|vanuit|van|to|from|at|into|with|via|door)\s+(\p{Lu}[\p{L}\p{N}&'’-]{1,30})/gu;
/** Written without a capital it counts where no item of the release has the word. */
const UNKNOWN = /(?<![\p{L}\p{N}])(?:bij|naar|with|from|at|in)\s+(\p{Ll}{3,30})(?![\p{L}\p{N}])/gu;
/** Of the words of a title so many must be the question's: then a name that the item lacks stands out. */
const LEAST_SHARED = 0.5;
/** The same for a name that no item of the release has. */
const LEAST_SHARED_WITH_UNKNOWN = 0.2;
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
 * The country, company, version, duration or other thing that a question is about and an item, which asks the same of another
 * one, does not have; null for none. Learned evidence misses most of them, because all other words meet theirs.
 *
 * On the fields of `fit` and `choose` one is found in 30 of 211 pairs with one decisive word
 * changed, 217 of 2,400 near questions, 10 of 225 controls and 16 of 7,200 others, nearly all of them misspelt.
 * @param isKnownWord whether any item of the release has a word
 */
export function otherName(
  question: string,
  told: Told,
  isKnownWord: (word: string) => boolean,
): string | null {
  return (
    unknownNumber(question, told) ??
    lackingName(question, told, isKnownWord) ??
    otherDuration(question, told) ??
    unknownWord(question, told, isKnownWord)
  );
}

function lackingName(question: string, told: Told, isKnownWord: (word: string) => boolean): string | null {
  const isUnknown = (word: string) => termsOf(word).every((term) => !isKnownWord(term));
  const written = namesIn(question);
  const lowerCase = lowerCaseIn(question).filter(isUnknown);
  if (written.length + lowerCase.length === 0) return null;
  const subject = namingWordsOf(told.title);
  if (subject.size === 0) return null;
  const shared = countShared(subject, namingWordsOf(question)) / subject.size;
  const held = `${told.title} ${told.answer}`.toLowerCase();
  const isMissing = (name: string) => !held.includes(stemOf(name.toLowerCase()));
  if (shared >= LEAST_SHARED) {
    const words = termsOf(held);
    const misspelt = (name: string) => isLikeOneOf(name, words);
    return written.find(isMissing) ?? lowerCase.find((name) => isMissing(name) && !misspelt(name)) ?? null;
  }
  if (shared < LEAST_SHARED_WITH_UNKNOWN) return null;
  return written.find((name) => isUnknown(name) && isMissing(name)) ?? null;
}

function namesIn(question: string): string[] {
  const words = question.split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitals / words.length > MOST_CAPITALS) return [];
  return [...question.matchAll(NAMED)].map(([, name = '']) => name);
}

function lowerCaseIn(question: string): string[] {
  return [...question.matchAll(UNKNOWN)].map(([, word = '']) => word);
}

function stemOf(name: string): string {
  return name.slice(0, Math.max(SHORTEST_STEM, name.length - ENDING));
}
