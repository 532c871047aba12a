import type { AnswerPart, AnswerReading } from '../../../index/contracts/search.js';
import type { Decision, DecisionFacts, ShownAnswer } from '../contracts.js';
import { normalise } from '../understanding/normalise.js';
import type { PartsRead } from './parts-read.js';

type Reading = Extract<Decision, { kind: 'read-on' | 'put-simply' }>;

/** Sentences are told together up to so many words. */
const PROSE_WORDS = 35;
/** What is read on is about so long, in characters. */
const LONGEST_READ = 600;

/** How many parts of an answer were read where a passage of it was shown: up to the last one that stands in it. */
export function readIn(passage: string, { parts }: AnswerReading): number {
  const shown = normalise(passage);
  return parts.findLastIndex(({ text }) => shown.includes(normalise(text))) + 1;
}

/** The parts after those that were read, one alone for who reads step by step; null where nothing is left. */
export function readOn(answer: ShownAnswer, facts: DecisionFacts): Reading | null {
  const read = partsOf(answer, facts);
  const { readTo } = answer;
  if (!read || readTo === undefined) return null;
  const left = read.reading.parts.slice(readTo);
  const parts = answer.isStepByStep ? oneAtATime(left) : withinLength(left);
  if (parts.length === 0) return null;
  return { kind: 'read-on', ...read, parts, readTo: readTo + parts.length };
}

/**
 * The first part alone of what was shown, for somebody who did not understand it; null where it is no simpler, or where
 * parts are told one by one already.
 */
export function putSimply(answer: ShownAnswer, facts: DecisionFacts): Reading | null {
  const read = partsOf(answer, facts);
  if (!read || answer.isStepByStep || read.reading.parts.length < 2) return null;
  const first = firstOf(read.reading.parts, answer.readTo ?? 0);
  const parts = oneAtATime(read.reading.parts.slice(first));
  const isAll = parts.length === read.reading.parts.length;
  return isAll ? null : { kind: 'put-simply', ...read, parts, readTo: first + parts.length };
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    ['een', 'eerste', 'one', 'first'],
    ['twee', 'tweede', 'two', 'second'],
    ['drie', 'derde', 'three', 'third'],
    ['vier', 'vierde', 'four', 'fourth'],
    ['vijf', 'vijfde', 'five', 'fifth'],
  ].flatMap((words, at) => words.map((word) => [word, at + 1] as const)),
);
const STEP = /\b(?:stap|step)(?: nummer| number| nr)? (\w{1,6})\b/;
const STEP_BEHIND = /\b(\w{3,6}) (?:stap|step)\b/;

/** The step that somebody asks about by its number ("I do not understand step 2"); null where none or no such step. */
export function tellStep(text: string, answer: ShownAnswer, facts: DecisionFacts): Reading | null {
  const normal = normalise(text);
  const numbers = [STEP, STEP_BEHIND].map((pattern) => pattern.exec(normal)?.[1] ?? '');
  const step =
    numbers.map((word) => NUMBERS.get(word) ?? Number(word || Number.NaN)).find((each) => each >= 1) ?? 0;
  const read = step >= 1 ? partsOf(answer, facts) : null;
  if (!read) return null;
  const { parts } = read.reading;
  const first = firstOf(parts, answer.readTo ?? parts.length);
  const at = first + step - 1;
  const asked = parts[at];
  if (!asked?.isStep || parts.slice(first, at).some(({ isStep }) => !isStep)) return null;
  return { kind: 'put-simply', ...read, parts: [asked], readTo: at + 1, step };
}

/** Where to begin anew: at the first step of the list that was read last, else at the beginning. */
function firstOf(parts: readonly AnswerPart[], readTo: number): number {
  const step = parts.findIndex(({ isStep }) => isStep);
  return step >= 0 && step < Math.max(readTo, 1) ? step : 0;
}

function partsOf({ itemId }: ShownAnswer, facts: DecisionFacts): Pick<PartsRead, 'item' | 'reading'> | null {
  const item = facts.findItem(itemId);
  const reading = facts.readAnswer?.(itemId) ?? null;
  return item && reading ? { item, reading } : null;
}

/** A step alone, or the next sentences up to `PROSE_WORDS`. */
function oneAtATime(parts: readonly AnswerPart[]): AnswerPart[] {
  let words = 0;
  const end = parts.findIndex(({ isStep, plain }, at) => {
    words += plain.split(' ').length;
    return at > 0 && (isStep || parts[0]?.isStep || words > PROSE_WORDS);
  });
  return parts.slice(0, end < 0 ? parts.length : end);
}

function withinLength(parts: readonly AnswerPart[]): AnswerPart[] {
  let length = 0;
  return parts.filter(({ text }, at) => {
    length += text.length;
    return at === 0 || length <= LONGEST_READ;
  });
}
