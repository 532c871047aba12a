import { messageOfActivity } from '../../store/messages/message-of-activity.js';
import type { Store } from '../../store/store.js';
import type { IncomingMessage } from '../incoming-message.js';

/** Who quotes may have scrolled up a long way. */
const LOOK_BACK = 500;

/**
 * Finds the message that the customer answers to. It is kept by our id, so that its words stand in one place and go with it;
 * words that came along are kept only where it is not found.
 */
export async function resolveQuote(store: Store, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { quoted, reference, details } = incoming;
  if (quoted === null || details.value !== null) return incoming;
  const { activityId, text } = quoted;
  const of = { channelId: reference.channelId, conversationId: reference.conversation.id };
  const message = activityId === null ? null : await messageOfActivity(store, of, activityId, LOOK_BACK);
  if (message) return { ...incoming, details: { ...details, quoted: { messageId: message.id } } };
  return text === null ? incoming : { ...incoming, details: { ...details, quoted: { text } } };
}
