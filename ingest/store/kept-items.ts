import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';
import { CLEANING_VERSION, cleanItem } from '../steps/clean-item.js';
import { fingerprint } from '../steps/fingerprint.js';

const PAGE = 500;

/**
 * Cleans the items of those sources anew that a run does not read, where an older version of cleaning made them: what
 * is no longer published must not stay because its source was not read.
 * @param reading names of the sources that the run reads, whose items it makes itself
 */
export function cleanKeptItems(
  database: Database,
  reading: readonly string[],
  publicContacts: readonly string[],
): void {
  const sources = database
    .prepare<[number], string>(
      'SELECT DISTINCT source FROM item WHERE source NOT IN (SELECT source FROM cleaning WHERE version = ?)',
    )
    .pluck()
    .all(CLEANING_VERSION)
    .filter((source) => !reading.includes(source));
  for (const source of sources) {
    database.transaction(() => {
      cleanSource(database, source, publicContacts);
      noteCleaned(database, [source]);
    })();
  }
}

/** Notes that this version of cleaning made all items of the sources. */
export function noteCleaned(database: Database, sources: readonly string[]): void {
  const note = database.prepare('INSERT OR REPLACE INTO cleaning VALUES (?, ?)');
  for (const source of sources) note.run(source, CLEANING_VERSION);
}

function cleanSource(database: Database, source: string, publicContacts: readonly string[]): void {
  const page = database
    .prepare<[string, string, number], string>(
      'SELECT json FROM item WHERE source = ? AND id > ? ORDER BY id LIMIT ?',
    )
    .pluck();
  const update = database.prepare('UPDATE item SET fingerprint = ?, json = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM item WHERE id = ?');
  for (let last = ''; ; ) {
    const items = page.all(source, last, PAGE).map((json) => JSON.parse(json) as Item);
    for (const item of items) {
      const cleaned = cleanItem(item, publicContacts);
      if (cleaned) update.run(fingerprint(cleaned), JSON.stringify(cleaned), item.id);
      else remove.run(item.id);
    }
    if (items.length < PAGE) return;
    last = items.at(-1)?.id ?? last;
  }
}
