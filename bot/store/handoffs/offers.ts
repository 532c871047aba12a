import { randomUUID } from 'node:crypto';
import type { Store, Write } from '../store.js';
import type { OfferRow, OfferState } from '../tables.js';
import { clearTimers, clearTimersOfKind } from '../timers.js';

/** A waiting hand-off that is about to be held for an agent; times are ISO 8601 in UTC. */
export interface NewOffer
  extends Pick<OfferRow, 'handoffId' | 'conversationId' | 'agentId' | 'offeredAt' | 'dueAt'> {}

/**
 * Holds a hand-off for an agent, if it still waits and nobody else is offered it.
 * @returns whether it did
 */
export async function addOffer(write: Write, offer: NewOffer): Promise<boolean> {
  // Writing the row keeps whoever moves the hand-off waiting until this transaction has ended, on PostgreSQL too.
  const waiting = await write
    .updateTable('handoffs')
    .set({ state: 'waiting' })
    .where('id', '=', offer.handoffId)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  if (!waiting) return false;
  const added = await write
    .insertInto('offers')
    .values({ id: randomUUID(), state: 'open', endedAt: null, ...offer })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** An offer that may be taken, with the name of its agent. */
export type OpenOffer = OfferRow & { readonly agentName: string };

/** What a hand-off is offered as; null while it is not. */
export async function openOfferOf(store: Store, handoffId: string): Promise<OpenOffer | null> {
  const row = await store
    .selectFrom('offers')
    .innerJoin('agents', 'agents.id', 'offers.agentId')
    .selectAll('offers')
    .select('agents.name as agentName')
    .where('offers.handoffId', '=', handoffId)
    .where('offers.state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

/** Ends the offer of a hand-off where it is open still. @param at ISO 8601 in UTC @returns whether it was */
export async function endOffer(
  write: Write,
  handoffId: string,
  state: Exclude<OfferState, 'open'>,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('offers')
    .set({ state, endedAt: at })
    .where('handoffId', '=', handoffId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Withdraws all that is offered to an agent, or kept for them, with the timers of its end. @returns the ids of the conversations */
export async function withdrawOffersTo(write: Write, agentId: string, at: string): Promise<string[]> {
  const withdrawn = await withdraw(write, at)
    .where('agentId', '=', agentId)
    .returning('conversationId')
    .execute();
  const ids = withdrawn.map(({ conversationId }) => conversationId);
  if (ids.length > 0) await clearTimers(write, 'offer-ends', ids);
  const kept = await write
    .updateTable('handoffs')
    .set({ reservedFor: null, reservedUntil: null })
    .where('reservedFor', '=', agentId)
    .returning('conversationId')
    .execute();
  const keptIds = kept.map(({ conversationId }) => conversationId);
  if (keptIds.length > 0) await clearTimers(write, 'reservation-ends', keptIds);
  return [...new Set([...ids, ...keptIds])];
}

/** Withdraws everything that is offered, with the timers of its end. */
export async function withdrawAllOffers(write: Write, at: string): Promise<void> {
  await withdraw(write, at).execute();
  await clearTimersOfKind(write, 'offer-ends');
}

/** Keeps that an agent took a hand-off and said nothing, so that it comes to somebody else. */
export async function keepSilence(
  write: Write,
  silence: Pick<OfferRow, 'handoffId' | 'conversationId' | 'agentId'>,
  at: string,
): Promise<void> {
  const { handoffId, agentId } = silence;
  const { numUpdatedRows } = await write
    .updateTable('offers')
    .set({ state: 'silent', endedAt: at })
    .where('handoffId', '=', handoffId)
    .where('agentId', '=', agentId)
    .where('state', '=', 'taken')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  // Taken by hand.
  const times = { offeredAt: at, dueAt: at, endedAt: at };
  await write
    .insertInto('offers')
    .values({ id: randomUUID(), state: 'silent', ...silence, ...times })
    .execute();
}

/** Keeps that an agent passed a hand-off on, so that it is not offered to them again. */
export async function keepPassedOn(
  write: Write,
  passed: Pick<OfferRow, 'handoffId' | 'conversationId' | 'agentId'>,
  at: string,
): Promise<void> {
  const times = { offeredAt: at, dueAt: at, endedAt: at };
  await write
    .insertInto('offers')
    .values({ id: randomUUID(), state: 'passed-on', ...passed, ...times })
    .execute();
}

/** How the last offers to an agent ended, the newest first; what was withdrawn from them says nothing of them. */
export async function lastEndsOf(store: Store, agentId: string, most: number): Promise<OfferState[]> {
  const rows = await store
    .selectFrom('offers')
    .select('state')
    .where('agentId', '=', agentId)
    .where('state', 'not in', ['open', 'passed-on', 'withdrawn'])
    .orderBy('offeredAt', 'desc')
    .orderBy('endedAt', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ state }) => state);
}

function withdraw(write: Write, at: string) {
  return write.updateTable('offers').set({ state: 'withdrawn', endedAt: at }).where('state', '=', 'open');
}
