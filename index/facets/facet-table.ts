import type { Item } from '../contracts/items.js';
import type { Database } from '../platform/database.js';
import type { Facet } from './contracts.js';
import { facetsOf } from './facets-of.js';

/** Which items of a release are found under a value of a facet. */
export interface FacetTable {
  /** Numbers of items, ascending; none where no item has the value. */
  itemsWith(facet: Facet, value: string): Uint32Array;
}

/** Notes the facets of items, one after the other, and writes them at the end. */
export function createFacetWriter(database: Database) {
  database.exec(
    'CREATE TABLE facets (facet TEXT, value TEXT, items BLOB NOT NULL, PRIMARY KEY (facet, value)) WITHOUT ROWID',
  );
  const found = new Map<string, { facet: Facet; value: string; items: number[] }>();
  return {
    add(number: number, item: Item): void {
      for (const [facet, value] of facetsOf(item)) {
        const key = `${facet} ${value}`;
        const entry = found.get(key) ?? { facet, value, items: [] };
        found.set(key, entry);
        if (entry.items.at(-1) !== number) entry.items.push(number);
      }
    },
    finish(): void {
      const insert = database.prepare<[string, string, Uint8Array]>('INSERT INTO facets VALUES (?, ?, ?)');
      for (const { facet, value, items } of found.values()) {
        insert.run(facet, value, Buffer.from(Uint32Array.from(items).buffer));
      }
    },
  };
}

/** @param database `items.sqlite` of a release; one of an earlier version has no such table, and nothing is found in it */
export function readFacets(database: Database): FacetTable {
  const isThere = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'facets'")
    .get();
  if (!isThere) return { itemsWith: () => new Uint32Array() };
  const select = database
    .prepare<[string, string], Buffer>('SELECT items FROM facets WHERE facet = ? AND value = ?')
    .pluck();
  return {
    itemsWith(facet, value) {
      const bytes = select.get(facet, value);
      // A copy, because numbers must start at a whole place.
      return bytes ? new Uint32Array(Uint8Array.from(bytes).buffer) : new Uint32Array();
    },
  };
}
