import type { OutgoingMessage } from '../contracts/messages.js';
import { advanceSequence } from '../store/conversations.js';
import { insertMessages } from '../store/messages/messages.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Write } from '../store/store.js';

export interface QueueOptions {
  readonly at: string;
  readonly turnId?: string;
  /** The agent who wrote the message, with the words as they were typed: the transcript shows those. */
  readonly agent?: { readonly id: string; readonly plainText: string; readonly replyKey: string };
  /** The message in whose place these are shown, where the channel can. */
  readonly replacesId?: string | null;
  /** The same for each message by itself, in their order; null for one that is said behind all else. */
  readonly places?: readonly (string | null)[];
}

/** Puts messages at the end of a conversation's outbox, in order. They are sent once the transaction has ended. */
export async function queueMessages(
  write: Write,
  conversationId: string,
  messages: readonly OutgoingMessage[],
  options: QueueOptions,
): Promise<void> {
  if (messages.length === 0) return;
  const first = await advanceSequence(write, conversationId, messages.length);
  const replacesId = options.replacesId ?? (await newestCollapsible(write, conversationId, messages));
  await insertMessages(
    write,
    messages.map((message, index) => ({
      conversationId,
      sequence: first + index,
      direction: 'out',
      speakerKind: message.speaker.kind,
      speakerName: message.speaker.name,
      agentId: options.agent?.id ?? null,
      text: options.agent?.plainText ?? message.text,
      message,
      turnId: options.turnId ?? null,
      status: 'queued',
      createdAt: options.at,
      collapseKey: message.collapseKey ?? null,
      replacesId: options.places?.[index] ?? replacesId,
      replyKey: options.agent?.replyKey ?? null,
    })),
  );
}

/**
 * The message whose place the first of these takes: the one with its collapse key, as long as nothing else was said after
 * it. Further up the customer would not see that anything changed.
 */
async function newestCollapsible(
  write: Write,
  conversationId: string,
  messages: readonly OutgoingMessage[],
): Promise<string | null> {
  const collapseKey = messages[0]?.collapseKey;
  if (collapseKey === undefined) return null;
  const [newest] = await newestMessages(write, conversationId, 1);
  return newest?.collapseKey === collapseKey ? newest.id : null;
}
