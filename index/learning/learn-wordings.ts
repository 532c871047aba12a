import type { Verdict } from '../contracts/labels.js';
import { countVotes, isKnown, MOST_AGAINST, trustedVerdicts, type Votes } from './count-votes.js';
import { groupBy } from './group-by.js';
import { isWording } from './is-wording.js';
import { groupNearEqual } from './near-equal.js';
import { wordingId, wordingKey } from './wording-key.js';

interface LearningRules {
  /** Confirmations beyond rejections from which a wording is learned by itself; 0: only after a review. */
  readonly confirmations: number;
}

/** A wording of customers with what they said of it as a question for an item. */
export interface WordingProposal extends Votes {
  readonly id: string;
  /** Ids of all wordings counted here, its own included. */
  readonly memberIds: readonly string[];
  readonly itemId: string;
  /** The wording that was used most. */
  readonly wording: string;
  /** Of the votes, those of people whom the company knows. */
  readonly known: Votes;
  /** Whether enough people confirmed it and few enough rejected it; see `learnWordings`. */
  readonly isConfirmed: boolean;
  /** Whether more than a third rejected it: of those whom the company knows, where one of them confirmed it. */
  readonly isDoubted: boolean;
}

/**
 * One customer alone changes nothing, whatever the setting says; and people whom nobody knows, who may all be one, change
 * nothing without so many votes of people whom the company knows.
 */
export const FEWEST_KNOWN = 2;

/** So many rejections may come from one customer, who alone changes nothing. */
const FORGIVEN = 1;

/**
 * Counts what was said of customers' wordings and the items that answered them. Wordings that are nearly equal count together, and
 * each person once, anonymous ones with one address together once: confirmed means
 * `confirmations − max(0, rejections − 1) ≥ max(2, rules.confirmations)`, because one person alone changes nothing, at most
 * a third rejections, and at least two confirmations of people whom the company knows. What those alone confirm is confirmed
 * whatever others say: nobody can silence them by being many. An agent counts as two.
 * @returns most confirmed first
 */
export function learnWordings(verdicts: readonly Verdict[], rules: LearningRules): WordingProposal[] {
  const usable = trustedVerdicts(verdicts).filter(({ question }) => isWording(question));
  return [...groupBy(usable, ({ itemId }) => itemId)]
    .flatMap(([itemId, said]) => proposalsFor(itemId, said, rules))
    .sort((a, b) => b.confirmations - a.confirmations || (a.id < b.id ? -1 : 1));
}

function proposalsFor(itemId: string, verdicts: readonly Verdict[], rules: LearningRules): WordingProposal[] {
  // Oldest first, so that a group keeps its first wording and with it its id.
  const inOrder = [...verdicts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const byKey = groupBy(inOrder, ({ question }) => wordingKey(question));
  return groupNearEqual([...byKey.keys()]).map((keys) => {
    const said = keys.map((key) => byKey.get(key) ?? []);
    const most = said.reduce((best, group) => (group.length > best.length ? group : best), []);
    const votes = countVotes(said.flat());
    const known = countVotes(said.flat().filter(isKnown));
    const memberIds = keys.map((key) => wordingId(itemId, key));
    return {
      id: memberIds[0] ?? '',
      memberIds,
      itemId,
      wording: most.at(-1)?.question ?? '',
      ...votes,
      known,
      isConfirmed:
        known.confirmations >= FEWEST_KNOWN && (isConfirmed(votes, rules) || isConfirmed(known, rules)),
      isDoubted: isDoubted(known.confirmations > 0 ? known : votes),
    };
  });
}

function isConfirmed(votes: Votes, { confirmations }: LearningRules): boolean {
  const net = votes.confirmations - Math.max(0, votes.rejections - FORGIVEN);
  return confirmations > 0 && net >= Math.max(FEWEST_KNOWN, confirmations) && !isDoubted(votes);
}

function isDoubted({ confirmations, rejections }: Votes): boolean {
  return rejections > (confirmations + rejections) * MOST_AGAINST;
}
