import type { ChannelConversation } from '../contracts/channels.js';
import type { AttachOutcome, DeskAgent } from '../contracts/desk.js';
import type { Conversation } from '../conversations/conversation.js';
import type { Doors } from '../outbox/doors.js';
import { findConversation } from '../store/conversations.js';
import type { Store } from '../store/store.js';
import { conflict, isHeldNowBy } from './who-may-act.js';

/** Whether an agent may choose a file for a conversation: looked at before its first byte is read, and again when it is sent. */
export async function mayAttach(
  { store, doors }: { readonly store: Store; readonly doors: Doors },
  conversationId: string,
  agent: DeskAgent,
): Promise<AttachOutcome> {
  const conversation = await findConversation(store, conversationId);
  if (!conversation) return { kind: 'refused', outcome: { kind: 'unknown-conversation' } };
  if (!isHeldNowBy(conversation, agent.id))
    return { kind: 'refused', outcome: conflict(conversation).outcome };
  if (!takesFiles(conversation, doors)) return { kind: 'refused', outcome: { kind: 'files-not-taken' } };
  return { kind: 'allowed', of: channelConversationOf(conversation) };
}

/** Whether files can be sent to the customer of a conversation. */
export function takesFiles({ reference }: Pick<Conversation, 'reference'>, doors: Doors): boolean {
  return doors.transportOf(reference.door)?.takesFiles?.(reference.channelId) ?? false;
}

/** A conversation as its channel names it. */
export function channelConversationOf({ reference }: Pick<Conversation, 'reference'>): ChannelConversation {
  return { channelId: reference.channelId, conversationId: reference.conversation.id };
}
