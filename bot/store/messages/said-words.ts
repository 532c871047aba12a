import type { IncomingDetails } from '../../reception/incoming-message.js';
import type { Store } from '../store.js';
import type { MessageStatus } from '../tables.js';
import { parseMessage } from './stored-words.js';

/** What a customer said under an id of the channel. Times are ISO 8601 in UTC. */
export interface SaidMessage {
  readonly id: string;
  readonly sequence: number;
  readonly text: string;
  readonly details: IncomingDetails;
  readonly status: MessageStatus;
  /** The turn that took it; null for none. */
  readonly turnId: string | null;
  readonly createdAt: string;
}

/** The message of a customer that the channel knows by an id; null where there is none. */
export async function findSaid(
  store: Store,
  conversationId: string,
  activityId: string,
): Promise<SaidMessage | null> {
  const row = await store
    .selectFrom('messages')
    .select(['id', 'sequence', 'text', 'message', 'status', 'turnId', 'createdAt'])
    .where('conversationId', '=', conversationId)
    .where('activityId', '=', activityId)
    .where('direction', '=', 'in')
    .executeTakeFirst();
  if (!row) return null;
  const { message, ...columns } = row;
  return { ...columns, details: JSON.parse(message) as IncomingDetails };
}

/** What a customer said last in a conversation, the newest first. */
export function saidLately(
  store: Store,
  conversationId: string,
  most: number,
): Promise<{ id: string; sequence: number; text: string }[]> {
  return store
    .selectFrom('messages')
    .select(['id', 'sequence', 'text'])
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .orderBy('sequence', 'desc')
    .limit(most)
    .execute();
}

/** Ids of the files that the bot sent: transcripts. */
export async function botFileIds(store: Store, conversationId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('messages')
    .select('message')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    .where('speakerKind', '=', 'bot')
    .where('message', 'like', '%"files":%')
    .execute();
  return rows.flatMap(({ message }) => (parseMessage(message).files ?? []).map(({ id }) => id));
}

/** What the bot said from a time on, as it is stored. @param since ISO 8601 in UTC */
export function botWordsSince(
  store: Store,
  conversationId: string,
  since: string,
): Promise<{ id: string; text: string; message: string }[]> {
  return store
    .selectFrom('messages')
    .select(['id', 'text', 'message'])
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    .where('speakerKind', '=', 'bot')
    .where('createdAt', '>=', since)
    .execute();
}
