import type { OutgoingMessage } from '../contracts/messages.js';
import type { Store } from '../store/store.js';
import { parseMessage } from '../store/stored-words.js';

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

/** The channel's ids of a message, as stored. */
export function parseIds(json: string | null): string[] {
  return json === null ? [] : (JSON.parse(json) as string[]);
}

/** The arrivals of a message, as stored. */
export function parseArrivals(json: string | null): Map<number, string> {
  return new Map(json === null ? [] : (JSON.parse(json) as [number, string][]));
}

/** The id that the activity at a place of a message has (0 = first): stable, so that a repeat can be told. */
export function partId(messageId: string, place: number): string {
  return place === 0 ? messageId : `${messageId}#${place + 1}`;
}

/** Message and place of a `partId`. */
export function readPartId(id: string): { readonly messageId: string; readonly place: number } {
  const [messageId = '', number] = id.split('#');
  return { messageId, place: number === undefined ? 0 : Number(number) - 1 };
}
