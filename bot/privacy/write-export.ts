import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PersonExport } from '../contracts/privacy.js';

const OWNER_ONLY = 0o600;
const FOLDER_OF_OWNER = 0o700;

/**
 * Writes an export into a folder of its own that only its owner reads: `person.json`, indented, and the files in `files`.
 * @returns the path of the JSON
 */
export function writeExport(folder: string, runtimeDirectory: string, person: PersonExport): string {
  mkdirSync(join(folder, 'files'), { recursive: true, mode: FOLDER_OF_OWNER });
  chmodSync(folder, FOLDER_OF_OWNER);
  const path = join(folder, 'person.json');
  writeFileSync(path, `${JSON.stringify(person, null, 2)}\n`, { mode: OWNER_ONLY });
  for (const name of person.files) {
    const copy = join(folder, 'files', basename(name));
    copyFileSync(join(runtimeDirectory, name), copy);
    chmodSync(copy, OWNER_ONLY);
  }
  return path;
}
