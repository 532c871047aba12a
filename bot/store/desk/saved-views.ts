import type { Store, Write } from '../store.js';
import type { SavedViewRow } from './label-rows.js';

/** The views of an agent, by name. */
export function savedViewsOf(store: Store, agentId: string): Promise<SavedViewRow[]> {
  return store
    .selectFrom('saved_views')
    .selectAll()
    .where('agentId', '=', agentId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Keeps a view, in place of the agent's one of its name. */
export async function keepView(write: Write, row: SavedViewRow): Promise<void> {
  const { filters } = row;
  await write
    .insertInto('saved_views')
    .values(row)
    .onConflict((conflict) => conflict.columns(['agentId', 'name']).doUpdateSet({ filters }))
    .execute();
}

/** @returns whether the agent had it */
export async function deleteView(write: Write, agentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await write
    .deleteFrom('saved_views')
    .where('agentId', '=', agentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
