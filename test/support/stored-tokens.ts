import { join } from 'node:path';
import type { ItemTokens } from '../../index/search/search-index.js';
import { createTokenWriter, openTokenRows } from '../../index/vector/token-rows.js';
import { FAKE_DIMENSIONS, fakeTokens } from './embedding.js';
import { temporaryFolder } from './temporary-folder.js';

/** The tokens of items as a release keeps them, from rows of question and passage. */
export function storedTokens(items: readonly (readonly [question: string, passage: string])[]): ItemTokens {
  const path = join(temporaryFolder(), 'tokens.i8');
  const writer = createTokenWriter(path, FAKE_DIMENSIONS);
  const starts: number[] = [];
  const itemsWith = new Map<number, number>();
  let rows = 0;
  for (const [question, passage] of items) {
    starts.push(rows);
    rows = writer.add(fakeTokens(passage));
    for (const id of new Set(fakeTokens(passage).ids)) itemsWith.set(id, (itemsWith.get(id) ?? 0) + 1);
    starts.push(rows);
    rows = writer.add(fakeTokens(passage === '' ? '' : question));
  }
  writer.close();
  const read = openTokenRows(path, FAKE_DIMENSIONS);
  return { dimensions: FAKE_DIMENSIONS, starts: Uint32Array.from([...starts, rows]), rows: read, itemsWith };
}
