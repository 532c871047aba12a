import type { OutgoingMessage } from '../../contracts/messages.js';
import type { Store } from '../store.js';
import { parseIds } from './stored-ids.js';
import { parseMessage } from './stored-words.js';

/** A message of the outbox on its way. */
export interface QueuedMessage {
  readonly id: string;
  readonly message: OutgoingMessage;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  /** The channel's ids of the activities that were sent so far. */
  readonly sentIds: readonly string[];
  /** The channel's ids of activities that it told went out, by their place (0 = first). */
  readonly arrivals: ReadonlyMap<number, string>;
  readonly uncertainUntil: string | null;
  /** When the attempt began that may have got it through. */
  readonly sentAt: string | null;
  readonly replacesId: string | null;
}

/** A message that went out, or a part of it. */
export interface SentMessage {
  readonly id: string;
  readonly message: OutgoingMessage;
  readonly turnId: string | null;
  /** The channel's ids of its activities, in order. */
  readonly sentIds: readonly string[];
}

/** What waits to be sent in a conversation, in order. */
export async function queuedMessages(store: Store, conversationId: string): Promise<QueuedMessage[]> {
  const rows = await store
    .selectFrom('messages')
    .select(['id', 'message', 'attempts', 'nextAttemptAt', 'createdAt'])
    .select(['sentIds', 'arrivals', 'uncertainUntil', 'sentAt', 'replacesId'])
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'queued')
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    ...row,
    message: parseMessage(row.message),
    sentIds: parseIds(row.sentIds),
    arrivals: parseArrivals(row.arrivals),
  }));
}

/** Activities of a message that its channel told went out; null when it is not waiting to be sent. */
export async function arrivalsOfQueued(
  store: Store,
  conversationId: string,
  messageId: string,
): Promise<ReadonlyMap<number, string> | null> {
  const row = await store
    .selectFrom('messages')
    .select('arrivals')
    .where('id', '=', messageId)
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  return row ? parseArrivals(row.arrivals) : null;
}

/** A message of which something went out; null when nothing did. */
export async function findSent(store: Store, messageId: string): Promise<SentMessage | null> {
  const row = await store
    .selectFrom('messages')
    .select(['id', 'message', 'turnId', 'sentIds'])
    .where('id', '=', messageId)
    .executeTakeFirst();
  const sentIds = parseIds(row?.sentIds ?? null);
  return row && sentIds.length > 0 ? { ...row, message: parseMessage(row.message), sentIds } : null;
}

/** The turn of a message of which nothing went out; null for a message without a turn, or where a part arrived. */
export async function turnOfUnsent(store: Store, messageId: string): Promise<string | null> {
  const row = await store
    .selectFrom('messages')
    .select(['turnId', 'sentIds'])
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row && parseIds(row.sentIds).length === 0 ? row.turnId : null;
}

/** What was sent last in a conversation, the newest first. */
export async function sentLately(
  store: Store,
  conversationId: string,
  limit: number,
): Promise<SentMessage[]> {
  const rows = await store
    .selectFrom('messages')
    .select(['id', 'message', 'sentIds', 'turnId'])
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    .where('status', '=', 'sent')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, message: parseMessage(row.message), sentIds: parseIds(row.sentIds) }));
}

/** The messages of a turn, whether or not they were delivered; none for a turn of another conversation. */
export async function messagesOfTurn(
  store: Store,
  conversationId: string,
  turnId: string,
): Promise<OutgoingMessage[]> {
  const rows = await store
    .selectFrom('messages')
    .select('message')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    .where('turnId', '=', turnId)
    .execute();
  return rows.map(({ message }) => parseMessage(message));
}

function parseArrivals(json: string | null): ReadonlyMap<number, string> {
  return new Map(json === null ? [] : (JSON.parse(json) as [number, string][]));
}
