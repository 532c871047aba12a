import { parseIds } from '../outbox/queued-message.js';
import type { Store } from '../store/store.js';
import type { IncomingMessage } from './incoming-message.js';

/** Only what was said lately can be on a customer's screen. */
const LOOK_BACK = 200;

/**
 * Turns a rating by the channel's own buttons into feedback on the turn whose message was rated.
 * @returns null for a rating of something that is not known any more: there is nothing to take in
 */
export async function resolveRating(
  store: Store,
  incoming: IncomingMessage,
): Promise<IncomingMessage | null> {
  const { rating, reference, details } = incoming;
  if (rating === null) return incoming;
  const rows = await store
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select(['messages.turnId', 'messages.sentIds'])
    .where('conversations.channelId', '=', reference.channelId)
    .where('conversations.channelConversationId', '=', reference.conversation.id)
    .where('messages.direction', '=', 'out')
    .orderBy('messages.sequence', 'desc')
    .limit(LOOK_BACK)
    .execute();
  const rated = rows.find((row) => parseIds(row.sentIds).includes(rating.activityId));
  if (!rated?.turnId) return null;
  const { isHelpful } = rating;
  return {
    ...incoming,
    details: { ...details, value: { action: 'feedback', turnId: rated.turnId, isHelpful } },
  };
}
