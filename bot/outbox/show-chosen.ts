import type { Addressed } from '../conversations/conversation.js';
import type { PendingMessage } from '../store/messages/inbox.js';
import { sentLately } from '../store/messages/outbox.js';
import type { Write } from '../store/store.js';
import type { Doors } from './doors.js';
import { queueMessages } from './queue-messages.js';

/** Only what was said lately can be on a customer's screen. */
const LOOK_BACK = 50;

/** Whether what was said in a conversation can be shown anew in its place. */
export function canShowAnew(doors: Doors, { channelId, reference }: Addressed): boolean {
  const transport = doors.transportOf(reference.door);
  return doors.formOf(channelId)?.isUpdatable === true && transport?.update !== undefined;
}

/**
 * Shows a message whose choice was tapped anew, with that choice and without the others: buttons that have had their use
 * would invite a second tap.
 */
export async function showChosen(
  write: Write,
  conversationId: string,
  taps: readonly PendingMessage[],
  at: string,
): Promise<void> {
  for (const { details, text } of taps) {
    const { value, replyToId } = details;
    if (value === null || !replyToId) continue;
    const shown = await sentLately(write, conversationId, LOOK_BACK);
    const tapped = shown.find(({ sentIds }) => sentIds.includes(replyToId));
    if (!tapped) continue;
    const { message } = tapped;
    const chosen = message.choices.find((choice) => isSame(choice.value, value))?.title;
    if (chosen === undefined || chosen !== text.trim()) continue;
    await queueMessages(write, conversationId, [{ ...message, chosen }], {
      at,
      replacesId: tapped.id,
      // It still is that turn's message, to whoever rates it.
      ...(tapped.turnId === null ? {} : { turnId: tapped.turnId }),
    });
  }
}

function isSame(one: object, other: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return sorted(one) === sorted(other);
}
