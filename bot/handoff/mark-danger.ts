import type { HandoffPriority, HandoffReason } from '../contracts/desk.js';
import type { Handoff } from '../conversations/conversation.js';
import { changeHandoffAsRead } from '../store/handoffs/handoffs.js';
import type { Write } from '../store/store.js';
import { higherPriority } from './queue-order.js';

/**
 * Marks the conversation of an agent as one in which danger or a death was told, so that the desk shows it: the bot says
 * nothing there, because a person is at it. What was more pressing before stays.
 */
export async function markDanger(
  write: Write,
  handoff: Handoff,
  told: { readonly reason: HandoffReason; readonly priority?: HandoffPriority },
): Promise<void> {
  if (handoff.state !== 'with-agent') return;
  const priority = higherPriority(handoff.priority, told.priority ?? 'normal');
  if (priority !== told.priority) return;
  await changeHandoffAsRead(write, handoff, { reason: told.reason, priority });
}
