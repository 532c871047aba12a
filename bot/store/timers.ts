import type { Store, Write } from './store.js';
import type { TimerKind } from './tables.js';

/** Sets a timer, in place of one of the same kind that the conversation has. */
export async function setTimer(
  store: Store,
  kind: TimerKind,
  conversationId: string,
  dueAt: string,
): Promise<void> {
  await store
    .insertInto('timers')
    .values({ conversationId, kind, dueAt })
    .onConflict((conflict) => conflict.columns(['conversationId', 'kind']).doUpdateSet({ dueAt }))
    .execute();
}

/** Sets a timer of one kind for each of several conversations; one that has such a timer keeps it as it is. */
export async function setMissingTimers(
  write: Write,
  kind: TimerKind,
  timers: readonly { readonly conversationId: string; readonly dueAt: string }[],
): Promise<void> {
  if (timers.length === 0) return;
  await write
    .insertInto('timers')
    .values(timers.map(({ conversationId, dueAt }) => ({ conversationId, kind, dueAt })))
    .onConflict((conflict) => conflict.columns(['conversationId', 'kind']).doNothing())
    .execute();
}

/** Clears a timer. @returns whether the conversation had it */
export async function clearTimer(store: Store, kind: TimerKind, conversationId: string): Promise<boolean> {
  return (await clearTimers(store, kind, [conversationId])).length > 0;
}

/** Clears the timers of one kind that several conversations have. @returns the ids of those that had one */
export async function clearTimers(
  store: Store,
  kind: TimerKind,
  conversationIds: readonly string[],
): Promise<string[]> {
  const cleared = await store
    .deleteFrom('timers')
    .where('kind', '=', kind)
    .where('conversationId', 'in', conversationIds)
    .returning('conversationId')
    .execute();
  return cleared.map((timer) => timer.conversationId);
}

/**
 * Takes a timer that is due; one that was set anew meanwhile, for later, stays.
 * @param at the time now, ISO 8601 in UTC
 * @returns whether the conversation had it
 */
export async function takeDueTimer(
  write: Write,
  kind: TimerKind,
  conversationId: string,
  at: string,
): Promise<boolean> {
  const { numDeletedRows } = await write
    .deleteFrom('timers')
    .where('kind', '=', kind)
    .where('conversationId', '=', conversationId)
    .where('dueAt', '<=', at)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Puts a timer off that is due; one that was cleared or set anew meanwhile stays so. @param at the time now, ISO 8601 in UTC */
export async function putOffTimer(
  store: Store,
  kind: TimerKind,
  conversationId: string,
  { at, dueAt }: { readonly at: string; readonly dueAt: string },
): Promise<void> {
  await store
    .updateTable('timers')
    .set({ dueAt })
    .where('kind', '=', kind)
    .where('conversationId', '=', conversationId)
    .where('dueAt', '<=', at)
    .execute();
}

/** When a timer of a conversation is due; null when it has none of this kind. */
export async function dueAtOf(store: Store, kind: TimerKind, conversationId: string): Promise<string | null> {
  const timer = await store
    .selectFrom('timers')
    .select('dueAt')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return timer?.dueAt ?? null;
}

/** Timers that are due, the longest due first. @param at the time now, ISO 8601 in UTC */
export function dueTimers(
  store: Store,
  at: string,
  most: number,
): Promise<{ kind: TimerKind; conversationId: string }[]> {
  return store
    .selectFrom('timers')
    .select(['kind', 'conversationId'])
    .where('dueAt', '<=', at)
    .orderBy('dueAt')
    .limit(most)
    .execute();
}

/** Clears all timers of a kind. */
export async function clearTimersOfKind(write: Write, kind: TimerKind): Promise<void> {
  await write.deleteFrom('timers').where('kind', '=', kind).execute();
}
