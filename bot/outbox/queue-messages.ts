import { randomUUID } from 'node:crypto';
import type { OutgoingMessage } from '../contracts/messages.js';
import { NOT_SENT } from '../store/not-sent.js';
import type { Write } from '../store/store.js';

export interface QueueOptions {
  readonly at: string;
  readonly turnId?: string;
  /** The agent who wrote the message, with the words as they were typed: the transcript shows those. */
  readonly agent?: { readonly id: string; readonly plainText: string; readonly replyKey: string };
  /** The message in whose place these are shown, where the channel can. */
  readonly replacesId?: string | null;
}

/** Puts messages at the end of a conversation's outbox, in order. They are sent once the transaction has ended. */
export async function queueMessages(
  write: Write,
  conversationId: string,
  messages: readonly OutgoingMessage[],
  options: QueueOptions,
): Promise<void> {
  if (messages.length === 0) return;
  const { lastSequence } = await write
    .updateTable('conversations')
    .set((expression) => ({ lastSequence: expression('lastSequence', '+', messages.length) }))
    .where('id', '=', conversationId)
    .returning('lastSequence')
    .executeTakeFirstOrThrow();
  const before = lastSequence - messages.length;
  const replaced = options.replacesId ?? (await newestInSlot(write, conversationId, messages));
  const rows = messages.map((message, index) => ({
    id: randomUUID(),
    conversationId,
    sequence: before + index + 1,
    direction: 'out' as const,
    speakerKind: message.speaker.kind,
    speakerName: message.speaker.name,
    agentId: options.agent?.id ?? null,
    text: options.agent?.plainText ?? message.text,
    message: JSON.stringify(message),
    activityId: null,
    turnId: options.turnId ?? null,
    status: 'queued' as const,
    attempts: 0,
    nextAttemptAt: null,
    lastError: null,
    createdAt: options.at,
    handledAt: null,
    sentAt: null,
    saidAt: null,
    ...NOT_SENT,
    slot: message.slot ?? null,
    replacesId: replaced,
    replyKey: options.agent?.replyKey ?? null,
  }));
  await write.insertInto('messages').values(rows).execute();
}

/**
 * The message whose place news of a slot takes: the one of that slot that was said last, as long as nothing else was said
 * after it. Further up the customer would not see that anything changed.
 */
async function newestInSlot(
  write: Write,
  conversationId: string,
  messages: readonly OutgoingMessage[],
): Promise<string | null> {
  const slot = messages[0]?.slot;
  if (slot === undefined) return null;
  const newest = await write
    .selectFrom('messages')
    .select(['id', 'slot'])
    .where('conversationId', '=', conversationId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.slot === slot ? newest.id : null;
}
