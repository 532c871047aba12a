import { randomBytes, randomUUID } from 'node:crypto';
import type { Store, Write } from '../store.js';
import type { FileKeyRow } from './file-rows.js';

/** The keys that addresses of files are signed with, the newest first. */
export async function fileKeys(store: Store): Promise<FileKeyRow[]> {
  return store
    .selectFrom('file_keys')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Makes a key that signs from now on; those before it still count. @param at ISO 8601 in UTC */
export async function addFileKey(write: Write, at: string): Promise<void> {
  const key = randomBytes(32).toString('base64url');
  await write.insertInto('file_keys').values({ id: randomUUID(), key, createdAt: at }).execute();
}

/** Forgets keys: what they signed is not opened any more. */
export async function deleteFileKeys(write: Write, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await write.deleteFrom('file_keys').where('id', 'in', ids).execute();
}
