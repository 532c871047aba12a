import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../index/platform/errors.js';
import { ingestErrors } from '../../errors.js';

/** Folders within folders that are looked into, and files that are read: a help centre has fewer by far. */
const DEEPEST = 8;
const MOST_FILES = 50_000;

/** Not articles of theirs: what tells about the folder, and drafts as generators of sites mark them. */
const LEFT_OUT = /^(?:readme|license|contributing)\.md$|^[._]/i;

/**
 * The Markdown files of a folder and the folders in it, by their path in it with "/", in order. Links are not followed, so that a
 * folder gives nothing that lies outside.
 * @throws SOURCE_UNREADABLE
 */
export async function listArticles(folder: string): Promise<string[]> {
  const found: string[] = [];
  async function look(inside: string, depth: number): Promise<void> {
    for (const entry of await entriesOf(folder, inside)) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (LEFT_OUT.test(entry.name)) continue;
      if (entry.isDirectory() && depth < DEEPEST) await look(path, depth + 1);
      if (!entry.isFile() || !/\.(?:md|markdown)$/i.test(entry.name)) continue;
      if (found.push(path) > MOST_FILES) {
        const reason = `it holds more than ${MOST_FILES} articles; name folders in it instead`;
        throw ingestErrors.SOURCE_UNREADABLE({ path: folder, reason });
      }
    }
  }
  await look('', 1);
  return found.sort();
}

async function entriesOf(folder: string, inside: string): Promise<Dirent[]> {
  try {
    return await readdir(join(folder, inside), { withFileTypes: true });
  } catch (error) {
    throw ingestErrors.SOURCE_UNREADABLE({ path: join(folder, inside), reason: messageOf(error) }, error);
  }
}
