import type { Activity } from '../contracts/activities.js';
import type { Store } from '../store/store.js';
import { recordIncoming } from './inbox.js';
import { readIncoming } from './incoming-message.js';

/**
 * Puts messages into the inbox that the web chat had confirmed but not yet handed on when the program died or the
 * disk was full: the customer saw them as sent, so they must be answered.
 * @param since only conversations in which something happened after it, ISO 8601 in UTC
 * @returns ids of the conversations they belong to
 */
export async function recoverMissed(store: Store, since: string, now: string): Promise<string[]> {
  const rows = await store
    .selectFrom('webchat_activities as activity')
    .innerJoin('webchat_conversations as chat', 'chat.id', 'activity.conversationId')
    .select(['activity.activity', 'chat.userId'])
    .where('chat.lastActivityAt', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages')
            .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
            .select('messages.id')
            .whereRef('conversations.channelConversationId', '=', 'activity.conversationId')
            .whereRef('messages.activityId', '=', 'activity.activityId'),
        ),
      ),
    )
    .orderBy('activity.conversationId')
    .orderBy('activity.sequence')
    .execute();
  const found = new Set<string>();
  for (const row of rows) {
    const activity = JSON.parse(row.activity) as Activity;
    if (activity.type !== 'message' || activity.from?.id !== row.userId) continue;
    const received = await recordIncoming(store, readIncoming(activity, 'webchat'), now);
    if (received) found.add(received.conversation.id);
  }
  return [...found];
}
