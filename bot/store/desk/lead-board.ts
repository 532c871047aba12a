import { listedConversations } from '../handoffs/conversations-in-states.js';
import type { Store, Write } from '../store.js';
import type { HeardSignalRow } from './lead-rows.js';

/** Newest signals that are listed. */
const MOST_SIGNALS = 50;
/** Newest comments that are listed. */
const MOST_COMMENTS = 10;

/** Keeps that the bot heard a complaint, or somebody who may buy. */
export async function keepSignal(write: Write, row: HeardSignalRow): Promise<void> {
  await write
    .insertInto('heard_signals')
    .values(row)
    .onConflict((conflict) => conflict.columns(['conversationId', 'kind']).doUpdateSet({ at: row.at }))
    .execute();
}

/** What was heard in conversations that wait, that somebody has or that expired since a time. */
export function signalsOfOpen(store: Store, since: string): Promise<HeardSignalRow[]> {
  return signals(store).where('conversationId', 'in', listedConversations(store, since)).execute();
}

/** What was heard in these conversations. */
export function signalsOfThese(store: Store, conversationIds: readonly string[]): Promise<HeardSignalRow[]> {
  return signals(store).where('conversationId', 'in', conversationIds).execute();
}

export function signalsIn(store: Store, conversationId: string): Promise<HeardSignalRow[]> {
  return signals(store).where('conversationId', '=', conversationId).execute();
}

/** What was heard since a time, the newest first, fifty at most, with whose conversation it is. */
export function signalsSince(store: Store, since: string) {
  return store
    .selectFrom('heard_signals')
    .innerJoin('conversations', 'conversations.id', 'heard_signals.conversationId')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select(['heard_signals.conversationId', 'heard_signals.kind', 'heard_signals.at'])
    .select(['conversations.customerName', 'conversations.channelId', 'handoffs.state'])
    .where('heard_signals.at', '>=', since)
    .orderBy('heard_signals.at', 'desc')
    .limit(MOST_SIGNALS)
    .execute();
}

/** How often each kind was heard since a time. */
export async function countSignals(
  store: Store,
  since: string,
): Promise<Record<HeardSignalRow['kind'], number>> {
  const rows = await store
    .selectFrom('heard_signals')
    .select((row) => ['kind', row.fn.countAll<number | string>().as('count')])
    .where('at', '>=', since)
    .groupBy('kind')
    .execute();
  const of = (kind: HeardSignalRow['kind']) => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
  return { complaint: of('complaint'), sales: of('sales') };
}

/** How often customers gave each score since a time; a score that nobody gave is left out. */
export async function scoresSince(store: Store, since: string): Promise<{ score: number; count: number }[]> {
  const rows = await store
    .selectFrom('handoffs')
    .select((row) => ['score', row.fn.countAll<number | string>().as('count')])
    .where('scoredAt', '>=', since)
    .where('score', 'is not', null)
    .groupBy('score')
    .orderBy('score')
    .execute();
  return rows.map(({ score, count }) => ({ score: score ?? 0, count: Number(count) }));
}

/** What customers said about it since a time, the newest first, ten at most. */
export function commentsSince(store: Store, since: string) {
  return store
    .selectFrom('handoffs')
    .innerJoin('conversations', 'conversations.id', 'handoffs.conversationId')
    .select(['handoffs.conversationId', 'handoffs.score', 'handoffs.scoreComment', 'handoffs.scoredAt'])
    .select(['handoffs.agentName', 'conversations.language'])
    .where('handoffs.scoredAt', '>=', since)
    .where('handoffs.scoreComment', 'is not', null)
    .orderBy('handoffs.scoredAt', 'desc')
    .limit(MOST_COMMENTS)
    .execute();
}

function signals(store: Store) {
  return store.selectFrom('heard_signals').selectAll().orderBy('kind');
}
