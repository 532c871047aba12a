import type { DisagreementSubject } from '../../index/contracts/pair-decisions.js';
import { subjectWords } from '../steps/corrections/subject-words.js';
import { openingVerdict, turnsVerdict } from '../steps/corrections/turns-round.js';
import { stripMarkdown } from '../steps/text/strip-markdown.js';
import { amountsOf, compareAmounts, FREE } from './amounts.js';
import type { AskedAndAnswered } from './other-thing.js';

/** How two answers to one question go together. */
export interface AnswersCompared {
  /** Null where nothing shows that they cannot both hold. */
  readonly about: DisagreementSubject | null;
  /** Whether nothing speaks against telling either in place of the other. */
  readonly agree: boolean;
}

/** So much of an answer is read. */
const READ = 1_200;
/** Of longer answers one denies and affirms so much that nothing is told from it; counted in the words that they are about. */
const SHORT = 60;
/** From so many words that one denies and the other affirms on they exclude each other. */
const DENIED_WORDS = 2;

/** Compares the answers of two threads that are taken to ask one question. */
export function compareAnswers(left: AskedAndAnswered, right: AskedAndAnswered): AnswersCompared {
  const [one, other] = [left, right].map(({ answer }) => stripMarkdown(answer.slice(0, READ))) as [
    string,
    string,
  ];
  const amounts = compareAmounts(amountsOf(one), amountsOf(other));
  const [verdict, contrary] = [openingVerdict(one), openingVerdict(other)];
  const isTurned = verdict !== null && contrary !== null && verdict !== contrary;
  const turns = Number(turnsVerdict(one, other)) + Number(turnsVerdict(other, one));
  const asked = commonWords(left.question, right.question);
  const denied = Math.max(deniedBy(one, other, asked), deniedBy(other, one, asked));
  const isShort = Math.max(subjectWords(one).size, subjectWords(other).size) <= SHORT;
  const about = subjectOf(
    amounts.apart,
    isTurned || (turns === 2 && isShort),
    isTurned,
    isShort ? denied : 0,
  );
  return { about, agree: about === null && !amounts.isUneven && turns === 0 && denied === 0 };
}

function subjectOf(
  apart: readonly string[],
  isVerdict: boolean,
  isSureVerdict: boolean,
  denied: number,
): DisagreementSubject | null {
  if (apart.includes('money')) return 'money';
  if (isSureVerdict) return 'verdict';
  if (apart.length > 0) return 'amount';
  if (isVerdict) return 'verdict';
  return denied >= DENIED_WORDS ? 'steps' : null;
}

function commonWords(left: string, right: string): ReadonlySet<string> {
  const other = subjectWords(right);
  return new Set([...subjectWords(left)].filter((word) => other.has(word)));
}

const EVERY_FREE = new RegExp(FREE, 'giu');
const CLAUSES = /[.!?;:\n]+\s*|,\s+/u;
const DENIAL =
  /(?<!\p{L})(?:niet|geen|nooit|niets|niemand|zonder|not|never|no|none|nothing|cannot|without|\p{L}+n['’]t)(?!\p{L})/iu;

/** How many words a text denies that the other one says without denying; those that both ask about do not count. */
function deniedBy(text: string, other: string, asked: ReadonlySet<string>): number {
  const [here, there] = [saidIn(text), saidIn(other)];
  return [...here.denied].filter(
    (word) => !here.said.has(word) && there.said.has(word) && !there.denied.has(word) && !asked.has(word),
  ).length;
}

function saidIn(text: string): { readonly denied: ReadonlySet<string>; readonly said: ReadonlySet<string> } {
  // What costs nothing is no denial.
  const clauses = text.replace(EVERY_FREE, '').split(CLAUSES);
  const wordsOf = (isDenied: boolean) =>
    subjectWords(clauses.filter((clause) => DENIAL.test(clause) === isDenied).join(' '));
  return { denied: wordsOf(true), said: wordsOf(false) };
}
