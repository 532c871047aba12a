import type { Store, Write } from '../store.js';
import type { HandoffRow } from '../tables.js';

/** How a hand-off was ended, and what came after. Times are ISO 8601 in UTC. */
export type Closing = Pick<HandoffRow, 'closedBy' | 'endedAt' | 'solvedAskedAt' | 'agentName'>;

/** How a hand-off was ended; null where there is none of this id. */
export async function closingOf(store: Store, handoffId: string): Promise<Closing | null> {
  const row = await store
    .selectFrom('handoffs')
    .select(['closedBy', 'endedAt', 'solvedAskedAt', 'agentName'])
    .where('id', '=', handoffId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps whether what an agent closed stayed solved; the last word counts. One of this very conversation only: its id came from outside. */
export async function saveStaysSolved(
  write: Write,
  conversationId: string,
  { handoffId, isSolved }: { readonly handoffId: string; readonly isSolved: boolean },
): Promise<void> {
  await write
    .updateTable('handoffs')
    .set({ staysSolved: isSolved ? 1 : 0 })
    .where('id', '=', handoffId)
    .where('conversationId', '=', conversationId)
    .where('solvedAskedAt', 'is not', null)
    .execute();
}
