import type { Store } from '../store.js';
import type { MessageRow } from '../tables.js';

/** The newest messages of a conversation, `most` of them, the oldest first. */
export async function newestMessages(
  store: Store,
  conversationId: string,
  most: number,
): Promise<MessageRow[]> {
  const rows = await store
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('sequence', 'desc')
    .limit(most)
    .execute();
  return rows.reverse();
}

/** What an agent said in a conversation under a key; null when they said nothing under it. */
export async function replyUnder(
  store: Store,
  conversationId: string,
  agentId: string,
  key: string,
): Promise<string | null> {
  const said = await store
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', conversationId)
    .where('agentId', '=', agentId)
    .where('replyKey', '=', key)
    .executeTakeFirst();
  return said?.text ?? null;
}

/** Whether a conversation has a message that the channel knows by this id. */
export async function hasActivity(
  store: Store,
  conversationId: string,
  activityId: string,
): Promise<boolean> {
  const row = await store
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('activityId', '=', activityId)
    .executeTakeFirst();
  return row !== undefined;
}
