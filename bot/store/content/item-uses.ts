import { sql } from '../../../index/platform/kysely.js';
import type { ContentUses } from '../../contracts/content/desk-content.js';
import type { Store } from '../store.js';

/** How often an item was given as the answer, in the conversations that are kept. */
export async function usesOfItem(store: Store, itemId: string): Promise<ContentUses> {
  const row = await store
    .selectFrom('turns')
    .select([
      sql<number>`count(*)`.as('answers'),
      sql<number>`count(DISTINCT "conversationId")`.as('conversations'),
    ])
    .where('itemId', '=', itemId)
    .executeTakeFirst();
  return { answers: row?.answers ?? 0, conversations: row?.conversations ?? 0 };
}
