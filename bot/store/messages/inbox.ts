import type { ChannelConversation } from '../../contracts/channels.js';
import type { IncomingDetails } from '../../reception/incoming-message.js';
import type { Store } from '../store.js';

/** A message of a customer that waits for its turn. */
export interface PendingMessage {
  readonly id: string;
  readonly sequence: number;
  readonly activityId: string | null;
  readonly text: string;
  readonly details: IncomingDetails;
  /** How often handling it was begun after a restart. */
  readonly attempts: number;
}

/** The messages of a conversation that wait for their turn, in the order in which they were said. */
export async function pendingMessages(store: Store, conversationId: string): Promise<PendingMessage[]> {
  const rows = await store
    .selectFrom('messages')
    .select(['id', 'sequence', 'activityId', 'text', 'message', 'attempts'])
    .where('conversationId', '=', conversationId)
    .where('status', '=', 'received')
    // Channels may deliver out of order; what was said first is answered first.
    .orderBy((expression) => expression.fn.coalesce('saidAt', 'createdAt'))
    .orderBy('sequence')
    .execute();
  return rows.map(({ message, ...row }) => ({ ...row, details: JSON.parse(message) as IncomingDetails }));
}

/** Whether messages still wait for their turn, in the words in which they were read. */
export async function areAsRead(
  store: Store,
  messages: readonly Pick<PendingMessage, 'id' | 'text'>[],
): Promise<boolean> {
  if (messages.length === 0) return true;
  const ids = messages.map(({ id }) => id);
  const rows = await store
    .selectFrom('messages')
    .select(['id', 'text'])
    .where('id', 'in', ids)
    .where('status', '=', 'received')
    .execute();
  const now = new Map(rows.map(({ id, text }) => [id, text]));
  return messages.every(({ id, text }) => now.get(id) === text);
}

/** Whether a customer's activity came in before. */
export async function isActivityKnown(
  store: Store,
  of: ChannelConversation,
  activityId: string,
): Promise<boolean> {
  const row = await store
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select('messages.id')
    .where('conversations.channelId', '=', of.channelId)
    .where('conversations.channelConversationId', '=', of.conversationId)
    .where('messages.activityId', '=', activityId)
    .where('messages.direction', '=', 'in')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
