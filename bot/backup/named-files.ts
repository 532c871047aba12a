import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readNamedFileSettings } from '../program-settings.js';
import { copyKeptFile } from './copy-kept-file.js';

/** A file outside the runtime folder that a setting names. */
export interface NamedFile {
  /** Name of the setting. */
  readonly setting: string;
  /** How many of the same setting stand before it. */
  readonly place: number;
  readonly path: string;
}

/**
 * What became of a named file of a backup. `kept`: another one is there and stays; `unnamed`: no setting names it on this
 * machine. Both stay in the backup alone.
 */
export interface RestoredFile {
  readonly setting: string;
  /** Where it belongs; its path within the backup where no setting names it. */
  readonly path: string;
  readonly outcome: 'put back' | 'same' | 'kept' | 'replaced' | 'unnamed';
}

/** Folder within a backup; below it one for each setting. */
export const NAMED_FILES = 'named-by-settings';
/** What a replaced file is called afterwards. */
const REPLACED = '.before-restore';
/** People write these files; what is larger is no such file. */
const MOST_BYTES = 50_000_000;

/**
 * The files that settings name, there or not.
 * @throws SETTINGS_INVALID
 */
export function namedFilesOf(environment: Readonly<Record<string, string | undefined>>): NamedFile[] {
  return Object.entries(readNamedFileSettings(environment)).flatMap(([setting, named]) =>
    [named ?? []].flat().map((path, place) => ({ setting, place, path })),
  );
}

/** Copies what is there into a backup that is being written. The path of the original is not kept: the setting has it. */
export function copyNamedFiles(files: readonly NamedFile[], to: string): void {
  for (const { setting, place, path } of files) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > MOST_BYTES) continue;
    copyKeptFile(path, join(to, NAMED_FILES, setting, `${place}-${basename(path)}`));
  }
}

/**
 * Puts the named files of a backup where the settings of this machine name them, and nowhere else: what stands in the backup
 * chooses no path.
 * @param from folder of verified files
 * @param isReplacing whether a file that is another one gives way; it gets another name
 */
export function restoreNamedFiles(
  files: readonly NamedFile[],
  from: string,
  isReplacing: boolean,
): RestoredFile[] {
  const folder = join(from, NAMED_FILES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((setting) => readdirSync(join(folder, setting)).map((name) => ({ setting, name })))
    .map(({ setting, name }) => {
      const kept = join(folder, setting, name);
      const place = Number.parseInt(name, 10);
      const path = files.find((one) => one.setting === setting && one.place === place)?.path;
      if (path === undefined)
        return { setting, path: `${NAMED_FILES}/${setting}/${name}`, outcome: 'unnamed' };
      return { setting, path, outcome: putBack(kept, path, isReplacing) };
    });
}

function putBack(kept: string, path: string, isReplacing: boolean): RestoredFile['outcome'] {
  const isThere = existsSync(path);
  if (isThere && readFileSync(path).equals(readFileSync(kept))) return 'same';
  if (isThere && !isReplacing) return 'kept';
  if (isThere) renameSync(path, `${path}${REPLACED}`);
  mkdirSync(dirname(path), { recursive: true });
  copyKeptFile(kept, path);
  return isThere ? 'replaced' : 'put back';
}
