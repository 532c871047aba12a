import { deleteEndedFiles, knownFileIds } from '../store/files/files.js';
import type { Store } from '../store/store.js';
import type { FileFolder } from './file-folder.js';

/** What was chosen for a reply and not sent goes after a day. */
const UNSAID_MS = 86_400_000;
/** Ids that are looked up at a time. */
const MOST_IDS = 500;

/**
 * Deletes files whose conversation is gone, those that were never said, and bytes without a row.
 * @returns how many files of the folder were deleted
 */
export async function sweepFiles(
  store: Store,
  folder: Pick<FileFolder, 'list' | 'pathOf' | 'remove'>,
  now: Date,
): Promise<number> {
  const unsaidBefore = new Date(now.getTime() - UNSAID_MS).toISOString();
  const ended = await store.transaction().execute((write) => deleteEndedFiles(write, unsaidBefore));
  await folder.remove(ended.map(folder.pathOf));
  const { ids, brokenOff } = await folder.list(now);
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    for (const id of await knownFileIds(store, ids.slice(at, at + MOST_IDS))) known.add(id);
  }
  const orphans = ids.filter((id) => !known.has(id));
  await folder.remove([...orphans.map(folder.pathOf), ...brokenOff]);
  return ended.length + orphans.length + brokenOff.length;
}
