import type { Store } from '../store.js';
import type { MessageStatus } from '../tables.js';

/** Ids of the conversations with messages that have waited to be sent since before a time, ISO 8601 in UTC. */
export function leftInOutbox(store: Store, before: string): Promise<string[]> {
  return conversationsLeft(store, 'queued', before);
}

/** Ids of the conversations with words of a customer that have waited for their turn since before a time, ISO 8601 in UTC. */
export function leftInInbox(store: Store, before: string): Promise<string[]> {
  return conversationsLeft(store, 'received', before);
}

async function conversationsLeft(store: Store, status: MessageStatus, before: string): Promise<string[]> {
  const rows = await store
    .selectFrom('messages')
    .select('conversationId')
    .distinct()
    .where('status', '=', status)
    .where('createdAt', '<=', before)
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}
