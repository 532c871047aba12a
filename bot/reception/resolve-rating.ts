import { turnOfActivity } from '../store/messages/message-of-activity.js';
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
  const of = { channelId: reference.channelId, conversationId: reference.conversation.id };
  const { activityId, isHelpful } = rating;
  const turnId = await turnOfActivity(store, of, activityId, LOOK_BACK);
  if (turnId === null) return null;
  return { ...incoming, details: { ...details, value: { action: 'feedback', turnId, isHelpful } } };
}
