import { conversationsWith } from '../messages/left-messages.js';
import type { Store, Write } from '../store.js';
import type { HandoffRow, TimerKind } from '../tables.js';
import { HAS_SPOKEN } from './assignment-rows.js';
import { QUEUE_RANK } from './queue.js';

/** A hand-off that is offered, waits or is with somebody, and what its conversation and its agent say of it. */
export interface OpenHandoff
  extends Pick<
    HandoffRow,
    | 'id'
    | 'conversationId'
    | 'state'
    | 'agentId'
    | 'elsewherePlace'
    | 'requestedAt'
    | 'toldPlace'
    | 'promiseDueAt'
    | 'reservedFor'
    | 'snoozedUntil'
    | 'reason'
    | 'question'
    | 'teamId'
  > {
  readonly channelId: string;
  readonly language: 'nl' | 'en' | null;
  /** The hand-off that its conversation points to; null for none. */
  readonly currentId: string | null;
  /** Whether its agent has an account that is not locked, and is signed in. */
  readonly hasAccess: boolean;
  /** Whether its agent has said something since they took it. */
  readonly hasSpoken: boolean;
}

/** An open offer, with what is true of its hand-off. */
export interface OfferInState {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly state: HandoffRow['state'];
  /** The hand-off that its conversation points to; null for none. */
  readonly currentId: string | null;
}

/** A timer with the hand-off that its conversation points to; all null where there is none. */
export interface TimerInState {
  readonly conversationId: string;
  readonly kind: TimerKind;
  readonly state: HandoffRow['state'] | null;
  readonly elsewherePlace: string | null;
  readonly snoozedUntil: string | null;
}

/** All rows by which limbo is told. */
export interface LimboRows {
  /** In the order of the queue. */
  readonly handoffs: readonly OpenHandoff[];
  readonly timers: readonly TimerInState[];
  readonly offers: readonly OfferInState[];
  /** Ids of the conversations that point to a hand-off which is not there. */
  readonly dangling: readonly string[];
  /** Ids of the conversations with something to send. */
  readonly unsent: readonly string[];
  /** Ids of the conversations with words of a customer that wait for their turn. */
  readonly unheard: readonly string[];
}

/** Which rows are read; ISO 8601 in UTC. */
export interface LimboTimes {
  readonly at: string;
  /** Messages that came later are on their way. */
  readonly messagesBefore: string;
  /** Only conversations with something new since then are looked through for a hand-off that is not there. */
  readonly activeSince: string;
}

/** States in which a hand-off is under way. */
const OPEN_STATES = ['offered', 'waiting', 'with-agent'] as const;

/** Reads all that tells whether a conversation is in limbo. */
export async function limboRows(store: Store, times: LimboTimes): Promise<LimboRows> {
  return {
    handoffs: await openHandoffs(store, times.at),
    timers: await timersInState(store),
    offers: await offersInState(store),
    dangling: await danglingConversations(store, times.activeSince),
    unsent: await conversationsWith(store, 'queued', times.messagesBefore),
    unheard: await conversationsWith(store, 'received', times.messagesBefore),
  };
}

/** The hand-off of a conversation that is under way and was begun last; null where none is. */
export async function newestOpenHandoff(store: Store, conversationId: string): Promise<string | null> {
  const row = await store
    .selectFrom('handoffs')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('state', 'in', OPEN_STATES)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Makes a hand-off the one of its conversation; null leaves it without one. */
export async function pointToHandoff(
  write: Write,
  conversationId: string,
  handoffId: string | null,
): Promise<void> {
  await write.updateTable('conversations').set({ handoffId }).where('id', '=', conversationId).execute();
}

async function openHandoffs(store: Store, at: string): Promise<OpenHandoff[]> {
  const rows = await store
    .selectFrom('handoffs')
    .innerJoin('conversations', 'conversations.id', 'handoffs.conversationId')
    .leftJoin('agents', 'agents.id', 'handoffs.agentId')
    .select(['handoffs.id', 'handoffs.conversationId', 'handoffs.state', 'handoffs.agentId'])
    .select(['handoffs.elsewherePlace', 'handoffs.requestedAt', 'handoffs.toldPlace'])
    .select(['handoffs.promiseDueAt', 'handoffs.reservedFor', 'handoffs.snoozedUntil'])
    .select(['handoffs.reason', 'handoffs.question', 'handoffs.teamId'])
    .select(['conversations.channelId', 'conversations.language'])
    .select(HAS_SPOKEN.as('hasSpoken'))
    .select(['conversations.handoffId as currentId', 'agents.id as accountId', 'agents.lockedAt'])
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('sessions')
            .select('sessions.tokenHash')
            .whereRef('sessions.agentId', '=', 'handoffs.agentId')
            .where('sessions.expiresAt', '>', at),
        )
        .as('isSignedIn'),
    )
    .where('handoffs.state', 'in', OPEN_STATES)
    .orderBy(QUEUE_RANK)
    .orderBy('handoffs.requestedAt')
    .orderBy('handoffs.id')
    .execute();
  return rows.map(({ accountId, lockedAt, isSignedIn, hasSpoken, ...row }) => ({
    ...row,
    hasSpoken: hasSpoken === 1,
    hasAccess: accountId !== null && lockedAt === null && Boolean(isSignedIn),
  }));
}

function offersInState(store: Store): Promise<OfferInState[]> {
  return store
    .selectFrom('offers')
    .innerJoin('handoffs', 'handoffs.id', 'offers.handoffId')
    .innerJoin('conversations', 'conversations.id', 'offers.conversationId')
    .select(['offers.handoffId', 'offers.conversationId', 'handoffs.state'])
    .select('conversations.handoffId as currentId')
    .where('offers.state', '=', 'open')
    .execute();
}

function timersInState(store: Store): Promise<TimerInState[]> {
  return store
    .selectFrom('timers')
    .innerJoin('conversations', 'conversations.id', 'timers.conversationId')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select(['timers.conversationId', 'timers.kind', 'handoffs.state', 'handoffs.elsewherePlace'])
    .select('handoffs.snoozedUntil')
    .execute();
}

async function danglingConversations(store: Store, activeSince: string): Promise<string[]> {
  const rows = await store
    .selectFrom('conversations')
    .leftJoin('handoffs', 'handoffs.id', 'conversations.handoffId')
    .select('conversations.id')
    .where('conversations.lastActivityAt', '>=', activeSince)
    .where('conversations.handoffId', 'is not', null)
    .where('handoffs.id', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
