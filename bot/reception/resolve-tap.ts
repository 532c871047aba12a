import { turnStateOf } from '../store/conversations.js';
import type { Store } from '../store/store.js';
import type { TurnState } from '../turn/contracts.js';
import type { IncomingMessage } from './incoming-message.js';

/**
 * Gives a tap the words of its choice where the channel's button only had a number on it, so that whoever reads the
 * conversation later knows what was chosen.
 */
export async function resolveTap(store: Store, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { channelId, conversation } = incoming.reference;
  const { value } = incoming.details;
  if (value === null || !/^\d{1,2}$/.test(incoming.text.trim())) return incoming;
  const json = await turnStateOf(store, { channelId, conversationId: conversation.id });
  const state = json === null ? null : (JSON.parse(json) as TurnState);
  const wanted = JSON.stringify(value);
  const tapped = state?.openChoices.find((choice) => JSON.stringify(choice.value) === wanted);
  return tapped ? { ...incoming, text: tapped.title } : incoming;
}
