import type { Handoff } from '../conversations/conversation.js';
import type { Store, Write } from '../conversations/store.js';

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
 * Oldest request first; the id breaks a tie, so that no two share a place.
 */
export async function placeInQueue(
  store: Store,
  handoff: Handoff | null,
  rules: QueueRules,
): Promise<number> {
  const waiting = store
    .selectFrom('handoffs')
    .select((expression) => expression.fn.countAll<number | string>().as('ahead'))
    .where('state', '=', 'waiting');
  const since = waitingSince(handoff, rules);
  const ahead =
    handoff === null || since === null
      ? waiting
      : waiting.where((expression) =>
          expression.or([
            expression('requestedAt', '<', since),
            expression.and([expression('requestedAt', '=', since), expression('id', '<', handoff.id)]),
          ]),
        );
  return Number((await ahead.executeTakeFirstOrThrow()).ahead) + 1;
}

/**
 * Sets a timer for everybody who moves up because `left` is gone from the queue. News of the place thus survives a
 * restart, comes at most once a minute, and tells the place that holds when it is told.
 */
export async function announceMove(write: Write, left: Handoff, now: Date): Promise<void> {
  const behind = await write
    .selectFrom('handoffs')
    .select(['conversationId', 'toldAt'])
    .where('state', '=', 'waiting')
    .where('requestedAt', '>=', left.requestedAt ?? '')
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
