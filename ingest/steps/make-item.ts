import { isCoded } from '../../index/platform/errors.js';
import type { Thread, ThreadReply } from '../sources/contracts.js';
import { type AnswerRule, chooseAnswer } from './choose-answer.js';
import { insteadOfWit } from './choosing/beside-the-point.js';
import { betterReply } from './choosing/better-reply.js';
import { insteadOfJoke, isJoke } from './choosing/instead-of-joke.js';
import { otherHalf } from './choosing/other-half.js';
import { pointedAt } from './choosing/pointed-at.js';
import { isPriceDisputed } from './choosing/price-dispute.js';
import {
  type Correction,
  correctionsIn,
  countLaterDoubts,
  readLater,
} from './corrections/find-corrections.js';
import { type ItemOrigin, type ItemResult, toItem } from './to-item.js';

/** How threads become items. */
export interface ReadRules extends Omit<ItemOrigin, 'source'> {
  readonly answerRule: AnswerRule;
}

/** All steps from a thread to its item, or why it becomes none; throws only coded errors. */
export function makeItem(thread: Thread, source: string, rules: ReadRules): ItemResult {
  const choice = chooseAnswer(thread, rules.answerRule);
  if (choice.kind === 'skipped') return choice;
  try {
    const said = pointedAt(thread, choice.answer);
    if (!said) return { kind: 'skipped', reason: 'dead-end' };
    const better = betterReply(thread, said) ?? said;
    const answer = isJoke(thread, better)
      ? insteadOfJoke(thread, better)
      : (insteadOfWit(thread, better) ?? better);
    if (!answer) return { kind: 'skipped', reason: 'joke' };
    const staffRanks = new Set(rules.answerRule.staffRanks.map((rank) => rank.toLowerCase()));
    if (isPriceDisputed(thread, answer, staffRanks)) return { kind: 'skipped', reason: 'contradicted' };
    const later = readLater(thread, answer, staffRanks);
    const corrections = correctionsIn(later);
    const result = toItem(
      thread,
      answer,
      { ...rules, source },
      withOtherHalf(thread, answer, corrections, staffRanks),
    );
    if (result.kind === 'skipped') return result;
    // What corrects the answer is newer than who doubted it.
    const isCorrected = corrections.some(({ contradicts }) => contradicts);
    const laterDoubts = isCorrected ? 0 : countLaterDoubts(later);
    const item = {
      ...result.item,
      ...(choice.answer.isAccepted && (answer === better || answer.isAccepted) ? {} : { isUnaccepted: true }),
      ...(laterDoubts > 0 ? { laterDoubts } : {}),
    };
    return { ...result, item };
  } catch (error) {
    // One text that a parser cannot take must not end the run. Only the name: the message may quote the text.
    if (isCoded(error)) throw error;
    return {
      kind: 'skipped',
      reason: 'broken-row',
      detail: error instanceof Error ? error.name : 'unusable',
    };
  }
}

/** What corrects or adds, and the reply of somebody else that answers the other question of two. */
function withOtherHalf(
  thread: Thread,
  answer: ThreadReply,
  corrections: readonly Correction[],
  staffRanks: ReadonlySet<string>,
): readonly Correction[] {
  if (corrections.length > 0) return corrections;
  const half = otherHalf(thread, answer, staffRanks);
  return half ? [{ reply: half, contradicts: false }] : corrections;
}
