import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';
import { findOvertaken } from '../steps/corrections/find-overtaken.js';
import { tellNewer } from '../steps/corrections/tell-newer.js';
import { fingerprint } from '../steps/fingerprint.js';
import { openSpokenChanges } from './made/spoken-changes.js';

const PAGE = 500;

/**
 * Tells incoming items whose answer a newer thread of the same source overtook with that thread's answer.
 * @param program tells one version of the steps from another
 * @returns how many
 */
export function tellNewest(database: Database, program: string): number {
  const sources = database.prepare<[], string>('SELECT DISTINCT source FROM incoming').pluck().all();
  const speaks = openSpokenChanges(database, program);
  return sources.reduce((sum, source) => sum + tellNewestOf(database, source, speaks), 0);
}

function tellNewestOf(database: Database, source: string, speaks: (item: Item) => boolean): number {
  const overtaken = database.transaction(() => findOvertaken(() => itemsOf(database, source), speaks))();
  const select = database.prepare<[string], string>('SELECT json FROM incoming WHERE id = ?').pluck();
  const update = database.prepare('UPDATE incoming SET fingerprint = ?, json = ? WHERE id = ?');
  database.transaction(() => {
    for (const id of overtaken.keys()) {
      const json = select.get(id);
      const newest = newestFor(id, overtaken);
      if (json === undefined || newest === null) continue;
      const item = tellNewer(JSON.parse(json) as Item, newest);
      update.run(fingerprint(item), JSON.stringify(item), id);
    }
  })();
  return overtaken.size;
}

/** The end of a chain of answers that overtook each other; each is newer than the one before. */
function newestFor(id: string, overtaken: ReadonlyMap<string, Item>): Item | null {
  let newest = overtaken.get(id) ?? null;
  for (let next = newest; next !== null; next = overtaken.get(next.id) ?? null) newest = next;
  return newest;
}

function* itemsOf(database: Database, source: string): Generator<Item> {
  const page = database
    .prepare<[string, string, number], string>(
      'SELECT json FROM incoming WHERE source = ? AND id > ? ORDER BY id LIMIT ?',
    )
    .pluck();
  for (let last = ''; ; ) {
    const items = page.all(source, last, PAGE).map((json) => JSON.parse(json) as Item);
    yield* items;
    if (items.length < PAGE) return;
    last = items.at(-1)?.id ?? last;
  }
}
