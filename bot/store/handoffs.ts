import type { Handoff } from '../conversations/conversation.js';
import { holderOf, priorityOf } from './handoff-columns.js';
import type { Store } from './store.js';
import type { HandoffRow } from './tables.js';

/** Reads a hand-off; null when there is none of this id. */
export async function findHandoff(store: Store, id: string): Promise<Handoff | null> {
  const row = await store.selectFrom('handoffs').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toHandoff(row) : null;
}

/** Makes a hand-off of its row. */
export function toHandoff(row: HandoffRow): Handoff {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    priority: priorityOf(row.priority),
    requestedAt: row.requestedAt,
    holder: holderOf(row),
    endedAt: row.endedAt,
    returnedAt: row.returnedAt,
    toldPlace: row.toldPlace,
    toldAt: row.toldAt,
  };
}
