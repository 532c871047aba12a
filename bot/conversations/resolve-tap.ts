import { conversationIdOf, findConversation } from './conversation.js';
import type { IncomingMessage } from './incoming-message.js';
import type { Store } from './store.js';

/**
 * Gives a tap the words of its choice where the channel's button only had a number on it, so that whoever reads the
 * conversation later knows what was chosen.
 */
export async function resolveTap(store: Store, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { channelId, conversation: of } = incoming.reference;
  const { value } = incoming.details;
  if (value === null || !/^\d{1,2}$/.test(incoming.text.trim())) return incoming;
  const id = await conversationIdOf(store, { channelId, conversationId: of.id });
  const conversation = id === null ? null : await findConversation(store, id);
  const wanted = JSON.stringify(value);
  const tapped = conversation?.turnState?.openChoices.find(
    (choice) => JSON.stringify(choice.value) === wanted,
  );
  return tapped ? { ...incoming, text: tapped.title } : incoming;
}
