import type { DisagreementSubject } from '../../index/contracts/pair-decisions.js';
import type { Nearness } from '../../index/releases/graph/near-pairs.js';
import { compareAnswers } from './disagreement.js';
import {
  type AskedAndAnswered,
  asksOtherThing,
  mayAskOtherThing,
  sharedWords,
  unmatchedWords,
} from './other-thing.js';

/** What two threads are to each other: one question with one answer, or with answers that cannot both hold. */
export type PairJudgement =
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'contradicting'; readonly about: DisagreementSubject };

/** Chosen on the fit halves of data/evaluation/thread-pairs*.jsonl; `long` and `sure` on public collections whose answers are longer. */
const JOINED = {
  nearness: 0.62,
  passage: 0.66,
  /** Share of the shorter answer's words, more for each word that is swapped in the questions; and so many at least. */
  share: 0.3,
  shareBySwap: 0.12,
  fewestShared: 3,
  /** Answers that are less near than this share half their words, or are left alone. */
  sure: { passage: 0.72, share: 0.5 },
  fewestWords: 5,
  /** Two long answers share words whatever they say: from so many words on more must be alike, the questions too. */
  long: { words: 25, share: 0.5, question: 0.7 },
} as const;
const OPPOSED = { nearness: 0.68, shareWhereSwapped: 0.33, stepsShareLess: 0.45 } as const;

/** Threads less near than this are not worth comparing. */
export const LEAST_NEARNESS = Math.min(JOINED.nearness, OPPOSED.nearness);

/**
 * Judges two threads of one language. They are joined only where the questions are near, nothing in them decides otherwise (a number, a
 * model, on instead of off), the answers use the same words, and nothing in these disagrees. Null for all that is in doubt.
 */
export function judgePair(
  left: AskedAndAnswered,
  right: AskedAndAnswered,
  { question, passage }: Nearness,
): PairJudgement | null {
  const nearness = (question + passage) / 2;
  if (nearness < LEAST_NEARNESS || asksOtherThing(left, right)) return null;
  const swapped = Math.min(unmatchedWords(left, right).length, unmatchedWords(right, left).length);
  const { words, shared } = sharedWords(left.answer, right.answer);
  const share = words === 0 ? 0 : shared / words;
  const { about, agree } = compareAnswers(left, right);
  if (about !== null) {
    const isOneQuestion =
      nearness >= OPPOSED.nearness && (swapped === 0 || share >= OPPOSED.shareWhereSwapped);
    // Two answers that use the same words exclude each other by a word denied only where little else is alike.
    const isShown = about !== 'steps' || share < OPPOSED.stepsShareLess;
    return isOneQuestion && isShown ? { kind: 'contradicting', about } : null;
  }
  const isLong = words > JOINED.long.words;
  const wanted = (isLong ? JOINED.long.share : JOINED.share) + JOINED.shareBySwap * swapped;
  const isSame =
    passage >= JOINED.passage &&
    question >= (isLong ? JOINED.long.question : 0) &&
    words >= JOINED.fewestWords &&
    shared >= JOINED.fewestShared &&
    share >= wanted &&
    (passage >= JOINED.sure.passage || share >= JOINED.sure.share);
  return agree && isSame && !mayAskOtherThing(left, right) ? { kind: 'duplicate' } : null;
}
