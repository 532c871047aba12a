import { OPPOSITES, termsOf } from '../../index/releases/answers.js';
import { subjectWords } from '../steps/corrections/subject-words.js';
import { swapInFrame } from './same-frame.js';

/** A question with the answer it got. */
export interface AskedAndAnswered {
  readonly question: string;
  readonly answer: string;
}

/** Words that ask, whatever about, beside those that say nothing anyway; cut to their beginnings like all words. */
const ASKING = new Set(
  (
    'mijn kost koste kosten prijs hoeveel betaal hoela lang geldig verlo doen doet geeft gaat komt krijg waar welke werkt kunnen zegt ' +
    'maximaal limiet mogel eigen zelf veranderen wijzigen wijzig instellen aanpassen nodig zetten uitzetten zitten mensen ' +
    'much many long take takes cost costs price maximum limit shows change work works possible need needs must steps able ' +
    'want know find tell please help after until before back want trying gets getting does give gives'
  )
    .split(' ')
    .map((word) => word.slice(0, 5)),
);

/** Words that share so much of the longer one, from their beginnings on, are forms of one word. */
const LIKE = 0.6;

/** Longer than this no answer is read for what it is about. */
const READ = 2_000;

/**
 * Whether two questions that sound alike ask about different things: another number or model, on instead of off, or each about
 * something that stands nowhere in the other thread ("credit card" here, "debit card" there).
 */
export function asksOtherThing(left: AskedAndAnswered, right: AskedAndAnswered): boolean {
  return (
    namesOtherNumber(left, right) ||
    namesOtherName(left, right) ||
    turnsRound(left.question, right.question) ||
    swapsOneWord(left.question, right.question)
  );
}

/** One word for another, and nothing else: "Can I take my bike?", "Can I take my dog?". */
function swapsOneWord(left: string, right: string): boolean {
  const swap = swapInFrame(left, right);
  return swap !== null && swap.ofLeft.length === 1 && swap.ofRight.length === 1;
}

/**
 * Whether questions that are built alike differ in words that may decide: each has some of its own, or one has one that stands nowhere in
 * the other thread. Some such pairs ask the same; who joins threads leaves them two.
 */
export function mayAskOtherThing(left: AskedAndAnswered, right: AskedAndAnswered): boolean {
  const swap = swapInFrame(left.question, right.question);
  if (!swap) return false;
  const { ofLeft, ofRight } = swap;
  if (ofLeft.length > 0 && ofRight.length > 0) return true;
  const missing = ofLeft.length > 0 ? unmatchedWords(left, right) : unmatchedWords(right, left);
  return [...ofLeft, ...ofRight].some((word) => missing.includes(word));
}

/** A code or number in one question that the other thread does not have. */
function namesOtherNumber(left: AskedAndAnswered, right: AskedAndAnswered): boolean {
  const [ofLeft, ofRight] = [numbersOf(left.question), numbersOf(right.question)];
  const [inLeft, inRight] = [numbersOf(wholeOf(left)), numbersOf(wholeOf(right))];
  return (
    [...ofLeft].some((number) => !inRight.has(number)) || [...ofRight].some((number) => !inLeft.has(number))
  );
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(termsOf(text).filter((word) => /\p{N}/u.test(word)));
}

function turnsRound(left: string, right: string): boolean {
  const [these, those] = [new Set(termsOf(left)), new Set(termsOf(right))];
  return OPPOSITES.filter(([, contrary]) => contrary.length > 0).some(([one, other]) => {
    const [hasOne, hasOther] = [one, other].map((words) => words.some((word) => these.has(word)));
    const [otherHasOne, otherHasOther] = [one, other].map((words) => words.some((word) => those.has(word)));
    return (
      (hasOne && !hasOther && otherHasOther && !otherHasOne) ||
      (hasOther && !hasOne && otherHasOne && !otherHasOther)
    );
  });
}

/** Names of things ("CoronaCheck", "Scanner") in one question that stand nowhere in the other thread. */
function namesOtherName(left: AskedAndAnswered, right: AskedAndAnswered): boolean {
  const [ofLeft, ofRight] = [namesIn(left.question), namesIn(right.question)];
  const [inLeft, inRight] = [new Set(termsOf(wholeOf(left))), new Set(termsOf(wholeOf(right)))];
  return ofLeft.some((name) => !inRight.has(name)) || ofRight.some((name) => !inLeft.has(name));
}

/** Words written like names, but for the first of the question; none where every second word is. */
function namesIn(question: string): string[] {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = words.filter((word, place) =>
    place === 0 ? /\p{Ll}\p{Lu}/u.test(word) : word.length > 1 && /\p{Lu}/u.test(word),
  );
  return names.length * 2 > words.length ? [] : names.map((name) => name.toLowerCase());
}

/** What two answers have in common. */
interface SharedWords {
  /** Words that the shorter one is about. */
  readonly words: number;
  /** Those of them that the other one has. */
  readonly shared: number;
}

export function sharedWords(left: string, right: string): SharedWords {
  const [one, other] = [left, right].map((text) => [...contentWords(text.slice(0, READ))]) as [
    string[],
    string[],
  ];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return {
    words: short.length,
    shared: short.filter((word) => long.some((each) => isLike(word, each))).length,
  };
}

/** Words of a question that stand nowhere in another thread. */
export function unmatchedWords(one: AskedAndAnswered, other: AskedAndAnswered): string[] {
  const held = [...contentWords(wholeOf(other))];
  return [...contentWords(one.question)].filter(
    (word) => !ASKING.has(word.slice(0, 5)) && !held.some((each) => isLike(word, each)),
  );
}

/** The words a text is about, whole. */
function contentWords(text: string): Set<string> {
  return new Set(termsOf(text).filter((word) => subjectWords(word).size > 0));
}

/** Forms of one word, or one inside the other: "reset" and "resetten", "versterker" and "wifiversterker". */
function isLike(word: string, other: string): boolean {
  if (word === other) return true;
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (short.length < 4) return false;
  if (long.includes(short)) return true;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  return shared >= Math.max(4, LIKE * long.length);
}

function wholeOf({ question, answer }: AskedAndAnswered): string {
  return `${question}\n${answer.slice(0, READ)}`;
}
