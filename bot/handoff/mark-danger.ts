import { priorityColumn } from '../conversations/priority-column.js';
import type { Write } from '../conversations/store.js';

/**
 * Marks the conversation of an agent as one in which danger was told, so that the desk shows it: the bot says nothing there,
 * because a person is at it.
 */
export async function markDanger(write: Write, handoffId: string): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ reason: 'danger', priority: priorityColumn('urgent') })
    .where('id', '=', handoffId)
    .where('state', '=', 'with-agent')
    .execute();
}
