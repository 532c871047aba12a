import type { Conversation } from '../conversations/conversation.js';
import { type Contact, upsertConversation, withHandoff } from '../store/conversations.js';
import { isActivityKnown } from '../store/messages/inbox.js';
import { insertUnlessKnown } from '../store/messages/messages.js';
import type { Store } from '../store/store.js';
import type { IncomingMessage } from './incoming-message.js';

/** A message that was written into the inbox. */
export interface RecordedMessage {
  /** As it was when the message came in. */
  readonly conversation: Conversation;
  readonly sequence: number;
}

/**
 * Writes a message into the inbox, and its conversation where it is the first one, in one transaction.
 * @returns null when the same activity came in before
 */
export function recordIncoming(
  store: Store,
  incoming: IncomingMessage,
  at: string,
): Promise<RecordedMessage | null> {
  const { activityId, isOverheard, saidAt } = incoming;
  return store.transaction().execute(async (write) => {
    const contact = contactOf(incoming, saidAt !== null && saidAt < at ? saidAt : at);
    // First, because a repetition may be old: it must change neither address nor time limits.
    if (activityId !== null && (await isActivityKnown(write, contact.of, activityId))) return null;
    const conversation = await upsertConversation(write, contact, at);
    const sequence = conversation.lastSequence;
    const isNew = await insertUnlessKnown(write, {
      conversationId: conversation.id,
      sequence,
      direction: 'in',
      speakerKind: 'customer',
      speakerName: incoming.customerName,
      text: incoming.text,
      message: incoming.details,
      activityId,
      status: isOverheard ? 'handled' : 'received',
      createdAt: at,
      handledAt: isOverheard ? at : null,
      saidAt,
    });
    return isNew ? { conversation: await withHandoff(write, conversation), sequence } : null;
  });
}

/** Makes sure that the conversation of an activity without words (somebody came in) is there; returns its id. */
export async function recordVisit(store: Store, incoming: IncomingMessage, at: string): Promise<string> {
  // In a transaction for one statement, so that it shares its way to the disk with others (see the driver).
  const { id } = await store
    .transaction()
    .execute((write) => upsertConversation(write, contactOf(incoming, null), at));
  return id;
}

/** @param wroteAt channels count their time limits from when it was said, which may be long before it arrived */
function contactOf({ reference, customerName, cameBy }: IncomingMessage, wroteAt: string | null): Contact {
  return {
    of: { channelId: reference.channelId, conversationId: reference.conversation.id },
    reference,
    customerId: reference.customer.id,
    customerName,
    cameBy,
    wroteAt,
  };
}
