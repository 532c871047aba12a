import type { Verdict } from '../contracts/labels.js';

/** What people said of one item for one question. An agent counts as two customers. */
export interface Votes {
  readonly confirmations: number;
  readonly rejections: number;
}

/** What one agent's word weighs in customers. */
const AGENT = 2;

/**
 * With a larger share of votes against it than this, nothing is learned. Where three in ten of all voices lie, three honest ones
 * are outvoted by two to one once in five hundred times; by a bare majority once in twenty-five, which bends the curve.
 */
export const MOST_AGAINST = 1 / 3;

/** A customer who says more in a day than this clicks for another reason than that an answer helped. */
const MOST_A_DAY = 20;

/**
 * The verdicts that count: those of agents, and those of customers who never gave more than twenty on one day (UTC).
 */
export function trustedVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const byDay = new Map<string, number>();
  const tooMany = new Set<string>();
  for (const { visitor, at } of verdicts.filter(isCustomers)) {
    const day = `${visitor} ${at.slice(0, 10)}`;
    const count = (byDay.get(day) ?? 0) + 1;
    byDay.set(day, count);
    if (count > MOST_A_DAY) tooMany.add(visitor);
  }
  return verdicts.filter((verdict) => !isCustomers(verdict) || !tooMany.has(verdict.visitor));
}

/**
 * Counts each voice once, by what it said last.
 * @param verdicts of one item and one question
 * @param weightOf what a voice counts beside its kind, from 0 to 1; 1 where not given
 */
export function countVotes(
  verdicts: readonly Verdict[],
  weightOf: (voice: string) => number = () => 1,
): Votes {
  const last = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const voice = voiceOf(verdict);
    const before = last.get(voice);
    if (!before || before.at <= verdict.at) last.set(voice, verdict);
  }
  const votes = { confirmations: 0, rejections: 0 };
  for (const [voice, { isRight, by }] of last) {
    votes[isRight ? 'confirmations' : 'rejections'] += by === 'agent' ? AGENT : weightOf(voice);
  }
  return votes;
}

/** Whose word it is: a known person's, or that of an address, however many users came from it. */
export function voiceOf(verdict: Verdict): string {
  return isKnown(verdict) ? `person ${verdict.visitor}` : `address ${verdict.address}`;
}

/** Whether the company knows who said it: an agent, or somebody whose identity it signed. */
export function isKnown({ by, isIdentified }: Verdict): boolean {
  return by === 'agent' || isIdentified;
}

/** Whether a verdict is a customer's. */
export function isCustomers({ by }: Verdict): boolean {
  return by !== 'agent';
}
