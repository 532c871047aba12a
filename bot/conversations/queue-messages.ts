import { randomUUID } from 'node:crypto';
import type { OutgoingMessage } from '../contracts.js';
import type { Write } from './store.js';

export interface QueueOptions {
  readonly at: string;
  readonly turnId?: string;
  /** The agent who wrote the messages, with the words as they were typed: the transcript shows those. */
  readonly agent?: { readonly id: string; readonly plainText: string };
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
  }));
  await write.insertInto('messages').values(rows).execute();
}
