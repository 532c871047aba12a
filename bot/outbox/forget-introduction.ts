import { findConversation, saveTurnState } from '../store/conversations.js';
import { turnOfUnsent } from '../store/messages/outbox.js';
import type { Write } from '../store/store.js';

/**
 * Where the words by which the bot introduced itself did not arrive, it was not introduced: the next message says that it is
 * a bot.
 * @param messageId a message that will not arrive
 */
export async function forgetIntroduction(
  write: Write,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const turnId = await turnOfUnsent(write, messageId);
  const conversation = turnId === null ? null : await findConversation(write, conversationId);
  const turnState = conversation?.turnState;
  if (!turnState?.hasGreeted || turnState.introducedBy !== turnId) return;
  await saveTurnState(write, conversationId, { ...turnState, hasGreeted: false });
}
