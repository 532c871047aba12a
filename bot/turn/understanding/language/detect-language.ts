import { languageScores } from '../../../../index/language/language-scores.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { wordsOf } from '../normalise.js';
import {
  ALSO_ENGLISH,
  DUTCH_WORDS,
  ENGLISH_WORDS,
  LOAN_WORDS,
  SCREEN_WORDS,
  SHARED_WORDS,
} from './language-words.js';
import { ownWords } from './own-words.js';

/** What is taken as evidence and how much of it moves the bot to another language; fitted on half of the questions. */
export const LANGUAGE_EVIDENCE = {
  /** Weight of one small word of a language. */
  word: 1,
  /** Weight of the whole difference (0 to 1) between the two scores of the letter statistics. */
  letters: 8,
  /** Letters of fewer words than this weigh less, in proportion: two words are a name as often as a language. */
  lettersInFull: 4,
  /** Fewer words than this never leave a language that was recognised: "thanks" says a Dutch customer too. */
  wordsToLeaveKnown: 3,
  /** What must be outweighed to leave the language of the page, and the one that was recognised before. */
  toLeavePage: 0.3,
  /** The same for a text of few words without a small one, which may be the name of a thing; one word never is enough. */
  toLeaveByLettersAlone: 1.2,
  wordsOfAName: 2,
  /** What a word weighs that names what a screen said: the words beside it are the screen's. */
  screen: 3,
  /** So many small English words one Dutch word may stand beside in a Dutch text. */
  quoted: 3,
  toLeaveKnown: 0.9,
  /** From here on the language counts as recognised, in a text of so many words: "hello" says a Dutch customer too. */
  toKnow: 1,
  wordsToKnow: 2,
} as const;

export interface DetectedLanguage {
  readonly language: SpokenLanguage;
  readonly isKnown: boolean;
}

/**
 * The language to speak after a text: Dutch or English as its small words and letters tell, else the one spoken so far.
 * A text in a third language (German, French) changes nothing.
 *
 * @param current language spoken so far; `isKnown` when it was recognised from the customer's own words
 */
export function detectLanguage(text: string, current: DetectedLanguage): DetectedLanguage {
  const own = ownWords(text);
  const all = wordsOf(own);
  const words = wordsThatTell(own);
  if (words.length === 0) return current;
  // The letters of borrowed words are English in either language.
  const scores = languageScores(words.length === all.length ? own : words.join(' '));
  const letters = { nl: scores.nl ?? 0, en: scores.en ?? 0 };
  const small = { nl: countIn(words, DUTCH_WORDS), en: countIn(words, ENGLISH_WORDS) };
  const third = Math.max(scores.de ?? 0, scores.fr ?? 0);
  if (
    third > Math.max(letters.nl, letters.en) &&
    words.length >= 4 &&
    small.nl + small.en <= words.length / 4
  ) {
    return current;
  }
  // Where every word is known, letters add nothing but chance: those of "hallo" look English.
  const areAllKnown = words.every((word) => isIn(word, DUTCH_WORDS) || isIn(word, ENGLISH_WORDS));
  const lettersWeight = areAllKnown
    ? 0
    : LANGUAGE_EVIDENCE.letters * Math.min(1, words.length / LANGUAGE_EVIDENCE.lettersInFull);
  const screen = countIn(words, SCREEN_WORDS) > 0 ? LANGUAGE_EVIDENCE.screen : 0;
  const forDutch =
    screen + LANGUAGE_EVIDENCE.word * (small.nl - small.en) + lettersWeight * (letters.nl - letters.en);
  const language: SpokenLanguage = forDutch >= 0 ? 'nl' : 'en';
  const strength = Math.abs(forDutch);
  const isKnown = strength >= LANGUAGE_EVIDENCE.toKnow && words.length >= LANGUAGE_EVIDENCE.wordsToKnow;
  if (language === current.language) return { language, isKnown: current.isKnown || isKnown };
  if (current.isKnown && all.length < LANGUAGE_EVIDENCE.wordsToLeaveKnown) return current;
  // Whoever types a Dutch word among English ones quotes a screen or a name; the English know no Dutch.
  const mixed = words.filter((word) => isIn(word, DUTCH_WORDS) && !ALSO_ENGLISH.has(word)).length;
  if (current.language === 'nl' && mixed > 0 && small.en <= LANGUAGE_EVIDENCE.quoted * mixed) return current;
  const isName = small.nl + small.en === 0 && words.length <= LANGUAGE_EVIDENCE.wordsOfAName;
  if (isName && words.length === 1) return current;
  if (language === 'en' && isMenuText(all, words)) return current;
  const toLeavePage = isName ? LANGUAGE_EVIDENCE.toLeaveByLettersAlone : LANGUAGE_EVIDENCE.toLeavePage;
  const needed = current.isKnown ? LANGUAGE_EVIDENCE.toLeaveKnown : toLeavePage;
  return strength >= needed ? { language, isKnown } : current;
}

/** Small words that join loan words to one name: "tap to pay", "track and trace". */
const JOINS: ReadonlySet<string> = new Set(['to', 'and', 'on', 'of', 'by', 'for', 'as', 'from', 'n']);
/** Small words that menus put beside a loan word, to a Dutch customer as well: "voicemail off", "my account". */
const MENU_WORDS: ReadonlySet<string> = new Set([
  'on',
  'off',
  'in',
  'out',
  'up',
  'down',
  'my',
  'the',
  'all',
  'no',
]);
/** A word of two parts or more ("pay-off", "check-in") is a name as often as a word. */
const COMPOUND = /(?<![\p{L}\p{N}])\p{L}+(?:-\p{L}+)+(?![\p{L}\p{N}])/gu;
/** In words: longer texts are seldom a name alone. */
const LONGEST_NAME = 5;

/** Whether a text is one such word beside a loan word. */
function isMenuText(all: readonly string[], telling: readonly string[]): boolean {
  const [word = ''] = telling;
  return all.length === 2 && telling.length === 1 && MENU_WORDS.has(word);
}

/** The words of a text that may tell its language: without loan words, names, numbers and codes. */
function wordsThatTell(own: string): string[] {
  // "Mijn Zwaluw" is what a page of the company is called.
  if (isTitle(own)) return wordsOf(own).filter((word) => DUTCH_WORDS.has(word) && word !== 'mijn');
  const words = wordsOf(own.replace(COMPOUND, ' '));
  const areBorrowed = words.map(isBorrowed);
  return words.filter((word, at) => {
    const isJoin = JOINS.has(word) && areBorrowed[at - 1] === true && areBorrowed[at + 1] === true;
    return !areBorrowed[at] && !isJoin;
  });
}

/** Whether each of a few words begins with a capital, as names of products and what a screen says do. */
function isTitle(own: string): boolean {
  const tokens = own.split(/\s+/).filter((token) => /\p{L}/u.test(token));
  if (tokens.length < 2 || tokens.length > LONGEST_NAME) return false;
  return tokens.every((token) => /^[^\p{L}]*\p{Lu}/u.test(token)) && /\p{Ll}/u.test(own);
}

/** A loan word, a number or a code such as "e52": no proof of a language. */
function isBorrowed(word: string): boolean {
  return (LOAN_WORDS.has(word) || /\d/.test(word)) && !DUTCH_WORDS.has(word) && !ENGLISH_WORDS.has(word);
}

function countIn(words: readonly string[], known: ReadonlySet<string>): number {
  return words.filter((word) => isIn(word, known)).length;
}

function isIn(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) && !SHARED_WORDS.has(word);
}
