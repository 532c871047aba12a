import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../steps/fingerprint.js';

/** What turns threads into items, and what reads and writes answers for it. */
const FOLDERS = ['../steps/', '../../index/answers/', '../../index/language/'];

/**
 * sha256 over the files of the program that make items of threads: another version of them makes every thread anew, whether or
 * not somebody thought of raising a number.
 */
export function programSign(): string {
  const files = FOLDERS.map((folder) => new URL(folder, import.meta.url)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`)
      .sort()
      .map((file) => [file.slice(fileURLToPath(folder).length), sha256(readFileSync(file, 'utf8'))]),
  );
  return sha256(JSON.stringify(files));
}
