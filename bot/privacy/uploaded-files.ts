import { readdir, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Folders of a runtime folder with what customers and agents sent: by the ids of their rows, and as earlier versions kept it. */
const FILES = 'files';
const UPLOADS = 'uploads';

/** Path of a file within the runtime folder. @param id of its row */
export function pathOfFile(id: string): string {
  return `${FILES}/${basename(id)}`;
}

/** Which of these names are files that an earlier version kept, as paths; names come from rows, and lead nowhere else. */
export async function earlierFilesAmong(
  runtimeDirectory: string | null,
  names: ReadonlySet<string>,
): Promise<string[]> {
  if (runtimeDirectory === null || names.size === 0) return [];
  const there = new Set(await listed(runtimeDirectory, UPLOADS));
  return [...names].map((name) => `${UPLOADS}/${basename(name)}`).filter((path) => there.has(path));
}

/** Paths of all files that were sent. */
export async function allFiles(runtimeDirectory: string): Promise<string[]> {
  return [...(await listed(runtimeDirectory, FILES)), ...(await listed(runtimeDirectory, UPLOADS))];
}

/** Deletes files; one that is gone already is none. */
export async function unlinkSentFiles(runtimeDirectory: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await unlink(join(runtimeDirectory, path)).catch(() => {});
}

async function listed(runtimeDirectory: string, folder: string): Promise<string[]> {
  const names = await readdir(join(runtimeDirectory, folder)).catch(() => []);
  return names.map((name) => `${folder}/${name}`);
}
