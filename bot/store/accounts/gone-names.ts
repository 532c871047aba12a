import type { GoneNameRow } from '../account-tables.js';
import type { Store, Write } from '../store.js';

/** Remembers a name that channels are to forget; one that is remembered already begins anew. */
export async function insertGoneName(write: Write, row: GoneNameRow): Promise<void> {
  await write.deleteFrom('gone_names').where('name', '=', row.name).execute();
  await write.insertInto('gone_names').values(row).execute();
}

/** Names whose time has come, the oldest first. @param at ISO 8601 in UTC */
export function dueGoneNames(store: Store, at: string, most: number): Promise<GoneNameRow[]> {
  return store
    .selectFrom('gone_names')
    .selectAll()
    .where('nextAt', '<=', at)
    .orderBy('since')
    .limit(most)
    .execute();
}

export async function putOffGoneName(store: Store, name: string, nextAt: string): Promise<void> {
  await store.updateTable('gone_names').set({ nextAt }).where('name', '=', name).execute();
}

export async function deleteGoneName(store: Store | Write, name: string): Promise<void> {
  await store.deleteFrom('gone_names').where('name', '=', name).execute();
}
