import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../index/platform/errors.js';
import type { Source, SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { type ArticleFolder, articleToRow } from './article-to-row.js';
import { listArticles } from './list-articles.js';

/** A longer article is no article, in bytes. */
const LONGEST = 1024 * 1024;

/** Folders of articles as a source, read one after the other. */
export function articlesSource(name: string, folders: readonly ArticleFolder[]): Source {
  async function* rows(): AsyncGenerator<SourceRow> {
    const seen = new Set<string>();
    for (const folder of folders) {
      for (const path of await listArticles(folder.path)) {
        const row = await readArticle(folder, path);
        const id = row.kind === 'thread' ? row.thread.id : null;
        if (id !== null && seen.has(id)) {
          yield failedRow(path, 'another article of this source has the same path', id);
          continue;
        }
        if (id !== null) seen.add(id);
        yield row;
      }
    }
  }
  return { name, read: () => ({ covers: 'everything', rows: rows() }) };
}

/** Never throws: one file that cannot be read leaves the others as they are. */
async function readArticle(folder: ArticleFolder, path: string): Promise<SourceRow> {
  const file = join(folder.path, path);
  try {
    const { size } = await stat(file);
    if (size > LONGEST) return failedRow(path, `it has ${size} bytes, more than ${LONGEST}`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return articleToRow(text, path, folder);
  } catch (error) {
    const isText = error instanceof TypeError;
    return failedRow(path, isText ? 'it is not written in UTF-8' : messageOf(error));
  }
}
