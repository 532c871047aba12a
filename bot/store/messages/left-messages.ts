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
  let query = store.selectFrom('messages').select('conversationId').distinct().where('status', '=', status);
  if (before !== undefined) query = query.where('createdAt', '<=', before);
  return (await query.execute()).map(({ conversationId }) => conversationId);
}

/** Ids of the conversations with words of a customer whose turn was begun after a start before, and did not end. */
export async function conversationsBegun(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('messages')
    .select('conversationId')
    .distinct()
    .where('status', '=', 'received')
    .where('attempts', '>', 0)
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}
