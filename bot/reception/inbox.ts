import { randomUUID } from 'node:crypto';
import type { SpokenLanguage } from '../contracts/messages.js';
import { type Conversation, withHandoff } from '../conversations/conversation.js';
import { NOT_SENT } from '../store/not-sent.js';
import type { Store, Write } from '../store/store.js';
import type { IncomingDetails, IncomingMessage } from './incoming-message.js';

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
  return store.transaction().execute(async (write) => {
    // First, because a repetition may be old: it must change neither address nor time limits.
    if (await isRepetition(write, incoming)) return null;
    const conversation = await upsertConversation(write, incoming, at, 1);
    const row = await write
      .insertInto('messages')
      .values({
        id: randomUUID(),
        conversationId: conversation.id,
        sequence: conversation.lastSequence,
        direction: 'in',
        speakerKind: 'customer',
        speakerName: incoming.customerName,
        agentId: null,
        text: incoming.text,
        message: JSON.stringify(incoming.details),
        activityId: incoming.activityId,
        turnId: null,
        status: incoming.isOverheard ? 'handled' : 'received',
        attempts: 0,
        nextAttemptAt: null,
        lastError: null,
        createdAt: at,
        handledAt: incoming.isOverheard ? at : null,
        sentAt: null,
        saidAt: incoming.saidAt,
        ...NOT_SENT,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('sequence')
      .executeTakeFirst();
    return row ? { conversation: await withHandoff(write, conversation), sequence: row.sequence } : null;
  });
}

/** Makes sure that the conversation of an activity without words (somebody came in) is there; returns its id. */
export async function recordVisit(store: Store, incoming: IncomingMessage, at: string): Promise<string> {
  // In a transaction for one statement, so that it shares its way to the disk with others (see the driver).
  const { id } = await store.transaction().execute((write) => upsertConversation(write, incoming, at, 0));
  return id;
}

/** The messages of a conversation that wait for their turn, in order. */
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

/** Marks messages as handled, by a turn or (null) because a person has the conversation. */
export async function markHandled(
  store: Store,
  messages: readonly PendingMessage[],
  turnId: string | null,
  at: string,
): Promise<void> {
  if (messages.length === 0) return;
  await store
    .updateTable('messages')
    .set({ status: 'handled', handledAt: at, turnId })
    .where(
      'id',
      'in',
      messages.map((message) => message.id),
    )
    .execute();
}

/** Conversations with messages that wait for their turn; counts one more attempt on each of these messages. */
export async function takeUnhandled(store: Store): Promise<string[]> {
  const rows = await store
    .updateTable('messages')
    .set((expression) => ({ attempts: expression('attempts', '+', 1) }))
    .where('status', '=', 'received')
    .returning('conversationId')
    .execute();
  return [...new Set(rows.map((row) => row.conversationId))];
}

async function isRepetition(write: Write, { reference, activityId }: IncomingMessage): Promise<boolean> {
  if (activityId === null) return false;
  const row = await write
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select('messages.id')
    .where('conversations.channelId', '=', reference.channelId)
    .where('conversations.channelConversationId', '=', reference.conversation.id)
    .where('messages.activityId', '=', activityId)
    .where('messages.direction', '=', 'in')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function upsertConversation(store: Store | Write, incoming: IncomingMessage, at: string, added: 0 | 1) {
  const { reference, customerName, saidAt } = incoming;
  // Channels count their time limits from when it was said, which may be long before it arrived.
  const wroteAt = saidAt !== null && saidAt < at ? saidAt : at;
  return store
    .insertInto('conversations')
    .values({
      id: randomUUID(),
      channelId: reference.channelId,
      channelConversationId: reference.conversation.id,
      reference: JSON.stringify(reference),
      customerId: reference.customer.id,
      customerName,
      language: null satisfies SpokenLanguage | null,
      turnState: null,
      handoffId: null,
      lastSequence: added,
      customerWroteAt: added ? wroteAt : null,
      isUnreachable: 0,
      deliveredUntil: null,
      readUntil: null,
      createdAt: at,
      lastActivityAt: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['channelId', 'channelConversationId']).doUpdateSet((expression) => ({
        reference: expression.ref('excluded.reference'),
        ...(customerName === '' ? {} : { customerName }),
        // What was said earlier may come later.
        ...(added
          ? {
              customerWroteAt: expression
                .case()
                .when('conversations.customerWroteAt', '>', wroteAt)
                .then(expression.ref('conversations.customerWroteAt'))
                .else(wroteAt)
                .end(),
            }
          : {}),
        isUnreachable: 0,
        lastSequence: expression('conversations.lastSequence', '+', added),
        lastActivityAt: at,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}
