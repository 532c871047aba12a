import type { HandoffPriority } from '../contracts/desk.js';
import type { Handoff } from '../conversations/conversation.js';
import type { Store, Write } from '../store/store.js';
import { higherPriority, QUEUE_RANK, queueRank, rankOf } from './queue-order.js';

/** One customer is told of their place at most this often. */
const BETWEEN_NEWS_MS = 60_000;

export interface QueueRules {
  readonly now: Date;
  /** How long a customer waits before the hand-off expires, in milliseconds. */
  readonly expireMs: number;
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
 * The place in the queue, 1 = next: the one a waiting customer has, or the one somebody who asks now would get.
 * More urgent first, then those whose agent is gone, then the oldest request; the id breaks a tie, so that no two share a
 * place.
 * @param asked how urgent the request is that the place is for; never less than what was asked before
 */
export async function placeInQueue(
  store: Store,
  handoff: Handoff | null,
  rules: QueueRules,
  asked: HandoffPriority = 'normal',
): Promise<number> {
  const since = waitingSince(handoff, rules);
  const isBegun = handoff !== null && (since !== null || handoff.state === 'offered');
  const priority = isBegun ? higherPriority(handoff.priority, asked) : asked;
  const rank = queueRank(priority, handoff !== null && since !== null && handoff.returnedAt !== null);
  const { ahead } = await store
    .selectFrom('handoffs')
    .select((expression) => expression.fn.countAll<number | string>().as('ahead'))
    .where('state', '=', 'waiting')
    .where((expression) => {
      const isOfSameRank = expression(QUEUE_RANK, '=', rank);
      if (handoff === null || since === null) {
        return expression.or([expression(QUEUE_RANK, '<', rank), isOfSameRank]);
      }
      return expression.or([
        expression(QUEUE_RANK, '<', rank),
        expression.and([isOfSameRank, expression('requestedAt', '<', since)]),
        expression.and([
          isOfSameRank,
          expression('requestedAt', '=', since),
          expression('id', '<', handoff.id),
        ]),
      ]);
    })
    .executeTakeFirstOrThrow();
  return Number(ahead) + 1;
}

/**
 * Sets a timer for everybody behind a hand-off that came into the queue in front of them, or is gone from it. News of the
 * place thus survives a restart, comes at most once a minute, and tells the place that holds when it is told.
 */
export async function announceMove(write: Write, moved: Handoff, now: Date): Promise<void> {
  const rank = rankOf(moved);
  const behind = await write
    .selectFrom('handoffs')
    .select(['conversationId', 'toldAt'])
    .where('state', '=', 'waiting')
    .where('id', '!=', moved.id)
    .where((expression) =>
      expression.or([
        expression(QUEUE_RANK, '>', rank),
        expression.and([
          expression(QUEUE_RANK, '=', rank),
          expression('requestedAt', '>=', moved.requestedAt ?? ''),
        ]),
      ]),
    )
    .execute();
  if (behind.length === 0) return;
  const rows = behind.map((row) => ({
    conversationId: row.conversationId,
    kind: 'tell-place' as const,
    dueAt: new Date(Math.max(now.getTime(), nextNewsAt(row.toldAt))).toISOString(),
  }));
  await write
    .insertInto('timers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['conversationId', 'kind']).doNothing())
    .execute();
}

/** Remembers which place a customer was told. */
export async function rememberPlace(
  write: Write,
  handoffId: string,
  place: number,
  now: Date,
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ toldPlace: place, toldAt: now.toISOString() })
    .where('id', '=', handoffId)
    .execute();
}

function nextNewsAt(toldAt: string | null): number {
  return toldAt === null ? 0 : Date.parse(toldAt) + BETWEEN_NEWS_MS;
}
