import type { Store } from '../store.js';
import type { MessageStatus } from '../tables.js';

/**
 * Ids of the conversations with messages of a status: `queued` to be sent, `received` words of a customer that wait for
 * their turn.
 * @param before only those that have been there since before this time, ISO 8601 in UTC
 */
export async function conversationsWith(
  store: Store,
  status: Extract<MessageStatus, 'queued' | 'received'>,
  before?: string,
): Promise<string[]> {
  const left = conversationIds(store, status);
  const rows = await (before === undefined ? left : left.where('createdAt', '<=', before)).execute();
  return rows.map(({ conversationId }) => conversationId);
}

/** Ids of the conversations with words of a customer whose turn was begun after a start before, and did not end. */
export async function conversationsBegun(store: Store): Promise<string[]> {
  const rows = await conversationIds(store, 'received').where('attempts', '>', 0).execute();
  return rows.map(({ conversationId }) => conversationId);
}

function conversationIds(store: Store, status: MessageStatus) {
  return store.selectFrom('messages').select('conversationId').distinct().where('status', '=', status);
}
