import type { SkippedThread, Thread, ThreadReply } from '../sources/contracts.js';
import { outstandingReply } from './choosing/outstanding-reply.js';

/** Which replies may answer; the content team switches the looser rules on. */
export interface AnswerRule {
  readonly kind: 'accepted' | 'accepted-or-outstanding' | 'accepted-or-top-voted' | 'accepted-or-staff';
  /** For `accepted-or-top-voted`. */
  readonly minimumVotes: number;
  /** For `accepted-or-staff`: ranks as the community writes them, case does not count. */
  readonly staffRanks: readonly string[];
}

type AnswerChoice = { readonly kind: 'answer'; readonly answer: ThreadReply } | SkippedThread;

/**
 * Chooses the reply that answers a thread: the accepted one, and where there is none what the rule allows.
 *
 * The asker accepted a text, not a person: a newer reply never replaces an accepted one. Of replies with equally many
 * votes the older one wins; of several replies of staff the newest.
 */
export function chooseAnswer(thread: Thread, rule: AnswerRule): AnswerChoice {
  const answer = thread.replies.find((reply) => reply.isAccepted) ?? otherAnswer(thread, rule);
  return answer ? { kind: 'answer', answer } : { kind: 'skipped', reason: 'no-accepted-answer' };
}

function otherAnswer(thread: Thread, rule: AnswerRule): ThreadReply | undefined {
  if (rule.kind === 'accepted-or-outstanding') return outstandingReply(thread) ?? undefined;
  if (rule.kind === 'accepted-or-top-voted') {
    return thread.replies
      .filter((reply) => reply.votes >= rule.minimumVotes)
      .reduce<ThreadReply | undefined>(
        (best, reply) => (best && best.votes >= reply.votes ? best : reply),
        undefined,
      );
  }
  if (rule.kind === 'accepted-or-staff') {
    const ranks = new Set(rule.staffRanks.map((rank) => rank.toLowerCase()));
    return thread.replies.findLast((reply) => ranks.has(reply.author.rank?.toLowerCase() ?? ''));
  }
  return undefined;
}
