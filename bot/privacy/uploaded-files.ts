import { readdir, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The folder of files that customers sent, in a runtime folder. */
const FOLDER = 'uploads';

/** Which of these names are files that customers sent; names come from rows, and lead nowhere else. */
export async function filesAmong(
  runtimeDirectory: string | null,
  names: ReadonlySet<string>,
): Promise<string[]> {
  if (runtimeDirectory === null || names.size === 0) return [];
  const there = new Set(await allFiles(runtimeDirectory));
  return [...names].filter((name) => name === basename(name) && there.has(name));
}

/** All files that customers sent. */
export async function allFiles(runtimeDirectory: string): Promise<string[]> {
  return readdir(join(runtimeDirectory, FOLDER)).catch(() => []);
}

export function uploadedFile(runtimeDirectory: string, name: string): string {
  return join(runtimeDirectory, FOLDER, name);
}

/** Deletes files; one that is gone already is none. */
export async function deleteFiles(runtimeDirectory: string, names: readonly string[]): Promise<void> {
  for (const name of names) await unlink(uploadedFile(runtimeDirectory, name)).catch(() => {});
}
