import type { HandoffPriority, HandoffReason, Mood } from '../contracts/desk.js';
import type { Handoff } from '../conversations/conversation.js';
import { priorityColumn } from '../store/handoffs/handoff-columns.js';

/**
 * Where somebody stands in the queue, before the time they asked counts: 0 first. Who was with an agent that is gone
 * comes before everybody who is not urgent, and before those of their own urgency.
 */
export function queueRank(priority: HandoffPriority, hasReturned: boolean): number {
  if (priority === 'urgent') return hasReturned ? 0 : 1;
  if (hasReturned) return 2;
  return priority === 'high' ? 3 : 4;
}

/** How soon a person is needed where nobody said: a complaint, a sensitive matter and an annoyed customer should not wait behind questions. */
export function usualPriority(reason: HandoffReason, mood: Mood = 'calm'): HandoffPriority {
  return reason === 'complaint' || reason === 'sensitive' || mood === 'annoyed' ? 'high' : 'normal';
}

/** The more urgent of two. */
export function higherPriority(a: HandoffPriority, b: HandoffPriority): HandoffPriority {
  return priorityColumn(a) >= priorityColumn(b) ? a : b;
}

/** The rank of a hand-off as it was read. */
export function rankOf({ priority, returnedAt }: Pick<Handoff, 'priority' | 'returnedAt'>): number {
  return queueRank(priority, returnedAt !== null);
}
