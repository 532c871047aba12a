import { sql } from '../../../index/platform/kysely.js';
import type { AgentRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';
import type { HandoffRow } from '../tables.js';
import { QUEUE_RANK } from './queue.js';

/** A waiting hand-off that is offered to nobody. */
export interface UnofferedRow extends Pick<HandoffRow, 'conversationId' | 'reason' | 'question'> {
  readonly handoffId: string;
  readonly channelId: string;
  readonly language: 'nl' | 'en' | null;
  readonly requestedAt: string | null;
  readonly returnedAt: string | null;
  /** The team it was passed on to; null: the one that it is routed to. */
  readonly teamId: string | null;
  /** Who alone may have it now; null: everybody. */
  readonly reservedFor: string | null;
  /** Who helped this customer last; null where nobody did. */
  readonly lastAgentId: string | null;
}

/** Whether anybody waits and is offered to nobody. */
export async function hasUnoffered(store: Store): Promise<boolean> {
  const row = await unoffered(store).select('handoffs.id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** All of them, in the order of the queue. */
export function unofferedRows(store: Store): Promise<UnofferedRow[]> {
  return unoffered(store)
    .select(['handoffs.id as handoffId', 'handoffs.conversationId', 'handoffs.reason', 'handoffs.question'])
    .select(['handoffs.requestedAt', 'handoffs.returnedAt', 'handoffs.teamId', 'handoffs.reservedFor'])
    .select(['conversations.channelId', 'conversations.language'])
    .select((row) =>
      row
        .selectFrom('handoffs as earlier')
        .innerJoin('conversations as theirs', 'theirs.id', 'earlier.conversationId')
        .select('earlier.agentId')
        .whereRef('theirs.channelId', '=', 'conversations.channelId')
        .whereRef('theirs.customerId', '=', 'conversations.customerId')
        .where('earlier.agentId', 'is not', null)
        .orderBy('earlier.claimedAt', 'desc')
        .limit(1)
        .as('lastAgentId'),
    )
    .orderBy(QUEUE_RANK)
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id')
    .execute();
}

/** An account with somebody signed in; a locked one has nobody. */
export type SignedInAgent = Pick<AgentRow, 'id' | 'email' | 'awayAt' | 'awayBecause' | 'assignedAt'>;

/** Everybody who is signed in. @param at the time now, ISO 8601 in UTC */
export function signedInAgents(store: Store, at: string): Promise<SignedInAgent[]> {
  return store
    .selectFrom('agents')
    .select(['id', 'email', 'awayAt', 'awayBecause', 'assignedAt'])
    .where('lockedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sessions')
          .select('sessions.tokenHash')
          .whereRef('sessions.agentId', '=', 'agents.id')
          .where('sessions.expiresAt', '>', at),
      ),
    )
    .orderBy('id')
    .execute();
}

/** How many conversations of a channel an agent has, or is offered. */
export interface LoadRow {
  readonly agentId: string;
  readonly channelId: string;
  readonly conversations: number;
}

/** What agents have and did not set aside, and what is offered to them. @param agentId of this one only; of all where left out */
export async function loadRows(store: Store, agentId?: string): Promise<LoadRow[]> {
  const held = store
    .selectFrom('handoffs')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.id', '=', 'handoffs.conversationId')
        .onRef('conversations.handoffId', '=', 'handoffs.id'),
    )
    .select(['handoffs.agentId', 'conversations.channelId'])
    .select(({ fn }) => fn.countAll<number | string>().as('conversations'))
    .where('handoffs.state', '=', 'with-agent')
    .where('handoffs.snoozedUntil', 'is', null)
    .where('handoffs.agentId', agentId === undefined ? 'is not' : '=', agentId ?? null)
    .groupBy(['handoffs.agentId', 'conversations.channelId']);
  const offered = store
    .selectFrom('offers')
    .innerJoin('conversations', 'conversations.id', 'offers.conversationId')
    .select(['offers.agentId', 'conversations.channelId'])
    .select(({ fn }) => fn.countAll<number | string>().as('conversations'))
    .where('offers.state', '=', 'open')
    .where('offers.agentId', agentId === undefined ? 'is not' : '=', agentId ?? null)
    .groupBy(['offers.agentId', 'conversations.channelId']);
  const rows = [...(await held.execute()), ...(await offered.execute())];
  return rows.flatMap((row) =>
    row.agentId === null
      ? []
      : [{ agentId: row.agentId, channelId: row.channelId, conversations: Number(row.conversations) }],
  );
}

/** That an agent did not take, or did not answer, a hand-off that waits. */
export interface RefusalRow {
  readonly handoffId: string;
  readonly agentId: string;
  /** When last, ISO 8601 in UTC. */
  readonly at: string;
}

export async function refusalRows(store: Store): Promise<RefusalRow[]> {
  const rows = await store
    .selectFrom('handoffs')
    .innerJoin('offers', 'offers.handoffId', 'handoffs.id')
    .select(['offers.handoffId', 'offers.agentId'])
    .select(({ fn }) => fn.max('offers.endedAt').as('at'))
    .where('handoffs.state', '=', 'waiting')
    .where('offers.state', 'in', ['declined', 'missed', 'silent', 'passed-on'])
    .groupBy(['offers.handoffId', 'offers.agentId'])
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at ?? '' }));
}

/** Whether the agent of a hand-off said a word since they took it. */
export async function hasSpoken(store: Store, handoffId: string): Promise<boolean> {
  const row = await store
    .selectFrom('handoffs')
    .select(HAS_SPOKEN.as('hasSpoken'))
    .where('id', '=', handoffId)
    .executeTakeFirst();
  return row?.hasSpoken === 1;
}

/** The conversations whose agents have said nothing since they took them. */
export async function silentlyHeld(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('handoffs')
    .innerJoin('conversations', 'conversations.handoffId', 'handoffs.id')
    .select('conversations.id')
    .where('handoffs.state', '=', 'with-agent')
    .where('handoffs.agentId', 'is not', null)
    .where('handoffs.snoozedUntil', 'is', null)
    .where(HAS_SPOKEN, '=', 0)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of the rows of `handoffs`: 1 where its agent has said something since they took it, else 0. */
export const HAS_SPOKEN = sql<number>`case when exists (
  select 1 from messages where ${sql.ref('messages.conversationId')} = ${sql.ref('handoffs.conversationId')}
    and ${sql.ref('messages.agentId')} = ${sql.ref('handoffs.agentId')}
    and ${sql.ref('messages.createdAt')} >= ${sql.ref('handoffs.claimedAt')}) then 1 else 0 end`;

/** Says whether, and why, nothing is to be offered to an agent; null: they are available. */
export async function setAway(
  write: Write,
  agentId: string,
  away: { readonly at: string; readonly because: NonNullable<AgentRow['awayBecause']> } | null,
): Promise<void> {
  await write
    .updateTable('agents')
    .set({ awayAt: away?.at ?? null, awayBecause: away?.because ?? null })
    .where('id', '=', agentId)
    .execute();
}

/** Makes everybody available who is away because they let offers pass. */
export async function forgetMissed(write: Write): Promise<void> {
  await write
    .updateTable('agents')
    .set({ awayAt: null, awayBecause: null })
    .where('awayBecause', '=', 'missed')
    .execute();
}

/** Keeps that an agent got a conversation, or was offered one. @param at ISO 8601 in UTC */
export async function markAssigned(write: Write, agentId: string, at: string): Promise<void> {
  await write.updateTable('agents').set({ assignedAt: at }).where('id', '=', agentId).execute();
}

function unoffered(store: Store) {
  return store
    .selectFrom('handoffs')
    .innerJoin('conversations', 'conversations.handoffId', 'handoffs.id')
    .where('handoffs.state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('offers')
            .select('offers.id')
            .whereRef('offers.handoffId', '=', 'handoffs.id')
            .where('offers.state', '=', 'open'),
        ),
      ),
    );
}
