import type { HandoffPriority } from '../contracts/desk.js';

/** From the least to the most; the place is what the store keeps, so that priorities sort. */
const PRIORITIES: readonly HandoffPriority[] = ['normal', 'high', 'urgent'];

/** How the store keeps a priority: 0 normal, 1 high, 2 urgent. */
export function priorityColumn(priority: HandoffPriority): number {
  return PRIORITIES.indexOf(priority);
}

/** The priority that the store keeps as a number; one it does not know counts as normal. */
export function priorityOf(column: number): HandoffPriority {
  return PRIORITIES[column] ?? 'normal';
}
