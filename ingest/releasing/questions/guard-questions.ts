import type { HoldReason, QuestionsEffect } from './contracts.js';
import { isRight, MOST_LOST } from './tell-effect.js';

/** A precision of fewer answers than this is chance, and no reason to stop anybody. */
export const FEWEST_SURE = 10;

/**
 * Why a candidate should not take the place of the live release by what it says to the company's questions: it gives fewer
 * right answers (the 95 % interval of the change lies below two points), loses one that must pass, or is right less often
 * than both the live one and what is wanted.
 * @param wanted the precision that is wanted, from 0 to 1
 */
export function guardQuestions(effect: QuestionsEffect, wanted: number): HoldReason[] {
  const { asked, change, sure } = effect;
  const { before, after } = effect.precision;
  const names = effect.worse
    .filter((one) => one.known.mustPass && isRight(one.before))
    .map(({ known }) => known.name);
  const isLessPrecise =
    before !== null && after !== null && sure >= FEWEST_SURE && after < wanted && after < before;
  return [
    ...(names.length > 0 ? [{ kind: 'must-pass-lost' as const, names }] : []),
    ...(change !== null && change.high < -MOST_LOST ? [{ kind: 'fewer-right' as const, asked, change }] : []),
    ...(isLessPrecise ? [{ kind: 'less-precise' as const, before, after, wanted, sure }] : []),
  ];
}
