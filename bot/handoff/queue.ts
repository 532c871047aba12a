import type { Routed, Routing } from '../assignment/routing.js';
import type { HandoffPriority } from '../contracts/desk.js';
import type { Handoff } from '../conversations/conversation.js';
import { countAhead, countAheadOfNewcomer, newestRequest, waitingBehind } from '../store/handoffs/queue.js';
import { takeLock } from '../store/locks.js';
import type { Store, Write } from '../store/store.js';
import { setMissingTimers } from '../store/timers.js';
import { higherPriority, queueRank, rankOf } from './queue-order.js';
import { countTeamAhead, countTeamBefore, isOneQueue } from './team-queue.js';

/** One customer is told of their place at most this often. */
const BETWEEN_NEWS_MS = 60_000;

export interface QueueRules {
  readonly now: Date;
  /** How long a customer waits before the hand-off expires, in milliseconds. */
  readonly expireMs: number;
  /** The teams: a place counts those of the own team alone. One queue for everybody where left out. */
  readonly routing?: Pick<Routing, 'teams'>;
  /** What is asked for now, which tells the team of who does not wait yet. */
  readonly asking?: Routed;
  /** Whether who asks now comes back with what an agent closed of late, and goes before others. False where left out. */
  readonly comesBack?: boolean;
}

/**
 * Since when a customer counts as waiting: from the request, also for somebody who goes on waiting soon after nobody
 * came; null for somebody who would queue up now.
 */
export function waitingSince(handoff: Handoff | null, rules: QueueRules): string | null {
  if (handoff?.state === 'waiting') return handoff.requestedAt;
  if (handoff?.state !== 'expired' || handoff.endedAt === null) return null;
  const isSoon = rules.now.getTime() - Date.parse(handoff.endedAt) <= rules.expireMs;
  return isSoon ? handoff.requestedAt : null;
}

/**
 * The time from which a new request counts, ISO 8601 in UTC: now, but always later than those that wait. Of two that come
 * within one millisecond the second would else stand before the first, by its id, though it was told otherwise.
 */
export async function timeOfRequest(write: Write, now: Date): Promise<string> {
  await takeLock(write, 'queue');
  const newest = await newestRequest(write);
  const afterNewest = newest === null ? 0 : Date.parse(newest) + 1;
  return new Date(Math.max(now.getTime(), afterNewest)).toISOString();
}

/**
 * The place in the queue that can be told as it is: nobody else comes into the queue, or moves in it, before this
 * transaction has ended.
 * @param asked how urgent the request is that the place is for; never less than what was asked before
 */
export async function placeInQueue(
  write: Write,
  handoff: Handoff | null,
  rules: QueueRules,
  asked: HandoffPriority = 'normal',
): Promise<number> {
  await takeLock(write, 'queue');
  return expectedPlace(write, handoff, rules, asked);
}

/**
 * The place in the queue of the own team at this moment, 1 = next: the one a waiting customer has, or the one somebody who asks now would
 * get. Others may come before them until it is told; `placeInQueue` sees to it that nobody does.
 * More urgent first, then those whose agent is gone, then the oldest request; the id breaks a tie, so that no two share a
 * place.
 * @param asked how urgent the request is that the place is for; never less than what was asked before
 */
export async function expectedPlace(
  store: Store,
  handoff: Handoff | null,
  rules: QueueRules,
  asked: HandoffPriority = 'normal',
): Promise<number> {
  const since = waitingSince(handoff, rules);
  const isBegun = handoff !== null && (since !== null || handoff.state === 'offered');
  const priority = isBegun ? higherPriority(handoff.priority, asked) : asked;
  const isIn = handoff !== null && since !== null;
  const hasReturned = rules.comesBack === true || (isIn && handoff.returnedAt !== null);
  const rank = queueRank(priority, hasReturned);
  const { routing, asking } = rules;
  if (routing && !isOneQueue(routing)) {
    const isRaised = isIn && priority !== handoff.priority;
    const goesOn = handoff?.state === 'waiting' && !isRaised;
    if (goesOn) return (await countTeamAhead(store, routing, handoff.id)) + 1;
    if (asking) {
      const comer = { asked: asking, rank, since, besides: handoff?.id ?? null };
      return (await countTeamBefore(store, routing, comer)) + 1;
    }
  }
  const ahead = isIn
    ? await countAhead(store, { id: handoff.id, rank, requestedAt: since })
    : await countAheadOfNewcomer(store, rank);
  return ahead + 1;
}

/**
 * Sets a timer for everybody behind a hand-off that came into the queue in front of them, or is gone from it. News of the
 * place thus survives a restart, comes at most once a minute, and tells the place that holds when it is told.
 */
export async function announceMove(write: Write, moved: Handoff, now: Date): Promise<void> {
  const { id, requestedAt } = moved;
  const behind = await waitingBehind(write, { id, rank: rankOf(moved), requestedAt: requestedAt ?? '' });
  const timers = behind.map(({ conversationId, toldAt }) => ({
    conversationId,
    dueAt: new Date(Math.max(now.getTime(), nextNewsAt(toldAt))).toISOString(),
  }));
  await setMissingTimers(write, 'tell-place', timers);
}

function nextNewsAt(toldAt: string | null): number {
  return toldAt === null ? 0 : Date.parse(toldAt) + BETWEEN_NEWS_MS;
}
