import type { Label, Verdict } from '../contracts/labels.js';
import {
  countVotes,
  isCustomers,
  isKnown,
  MOST_AGAINST,
  trustedVerdicts,
  type Votes,
  voiceOf,
} from './count-votes.js';
import { groupBy } from './group-by.js';
import { wordingKey } from './wording-key.js';

/** Of a voice that says more than this, each word counts the less: all of its words together count as this many. */
const FULL_VOICES = 5;

/** So many votes make half of the weight that certainty would have. */
const HALF_WEIGHT = 3;

/**
 * Turns verdicts into labels, one a wording. An item is right or wrong by a majority of two in three, each person counted once;
 * where people are divided it is neither. `weight = n / (n + 3)` with n the clearest majority in votes: .25 for one customer,
 * .4 for one agent, .5 for three customers. Where somebody known spoke of a wording, only known people's words count.
 */
export function labelsOf(verdicts: readonly Verdict[]): Label[] {
  const trusted = trustedVerdicts(verdicts);
  const weightOf = weightsOfVoices(trusted);
  const byKey = groupBy(trusted, ({ question }) => wordingKey(question));
  byKey.delete('');
  return [...byKey.keys()].sort().flatMap((key) => {
    const said = byKey.get(key) ?? [];
    const known = said.filter(isKnown);
    if (known.length > 0) return labelOf(known, weightOf) ?? [];
    const label = labelOf(said, weightOf);
    return label ? { ...label, isAnonymous: true } : [];
  });
}

function labelOf(verdicts: readonly Verdict[], weightOf: (voice: string) => number): Label | null {
  const right: string[] = [];
  const wrong: string[] = [];
  let clearest = 0;
  for (const [itemId, said] of groupBy(verdicts, (verdict) => verdict.itemId)) {
    const votes = countVotes(said, weightOf);
    if (isDivided(votes)) continue;
    const { confirmations, rejections } = votes;
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

function isDivided({ confirmations, rejections }: Votes): boolean {
  return Math.min(confirmations, rejections) > (confirmations + rejections) * MOST_AGAINST;
}

function weightsOfVoices(verdicts: readonly Verdict[]): (voice: string) => number {
  const byVoice = groupBy(verdicts.filter(isCustomers), voiceOf);
  return (voice) => Math.min(1, FULL_VOICES / (byVoice.get(voice)?.length ?? 1));
}
