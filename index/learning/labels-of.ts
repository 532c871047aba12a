import type { Label, Verdict } from '../contracts.js';
import { countVotes, isCustomers, trustedVerdicts } from './count-votes.js';
import { groupBy } from './group-by.js';
import { wordingKey } from './wording-key.js';

/** Of a customer who says more than this, each word counts the less: all of them together count as this many. */
const FULL_VOICES = 5;

/** So many votes make half of the weight that certainty would have. */
const HALF_WEIGHT = 3;

/**
 * Turns verdicts into labels, one a wording. An item is right or wrong by majority, each person counted once; where
 * people are divided it is neither. `weight = n / (n + 3)` with n the clearest majority in votes: .25 for one customer,
 * .4 for one agent, .5 for three customers.
 */
export function labelsOf(verdicts: readonly Verdict[]): Label[] {
  const trusted = trustedVerdicts(verdicts);
  const voiceOf = voices(trusted);
  const byKey = groupBy(trusted, ({ question }) => wordingKey(question));
  byKey.delete('');
  return [...byKey.keys()].sort().flatMap((key) => labelOf(byKey.get(key) ?? [], voiceOf) ?? []);
}

function labelOf(verdicts: readonly Verdict[], voiceOf: (visitor: string) => number): Label | null {
  const right: string[] = [];
  const wrong: string[] = [];
  let clearest = 0;
  for (const [itemId, said] of groupBy(verdicts, (verdict) => verdict.itemId)) {
    const { confirmations, rejections } = countVotes(said, voiceOf);
    if (confirmations === rejections) continue;
    (confirmations > rejections ? right : wrong).push(itemId);
    clearest = Math.max(clearest, Math.abs(confirmations - rejections));
  }
  if (clearest === 0) return null;
  const newest = verdicts.reduce((last, verdict) => (verdict.at >= last.at ? verdict : last));
  return {
    question: newest.question,
    right: right.sort(),
    wrong: wrong.sort(),
    isComplete: false,
    weight: clearest / (clearest + HALF_WEIGHT),
  };
}

function voices(verdicts: readonly Verdict[]): (visitor: string) => number {
  const byVisitor = groupBy(verdicts.filter(isCustomers), ({ visitor }) => visitor);
  return (visitor) => Math.min(1, FULL_VOICES / (byVisitor.get(visitor)?.length ?? 1));
}
