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
  const found = createFacetCollector();
  return {
    add: found.add,
    finish(): void {
      const insert = database.prepare<[string, string, Uint8Array]>('INSERT INTO facets VALUES (?, ?, ?)');
      for (const { facet, value, items } of found.all()) {
        insert.run(facet, value, Buffer.from(Uint32Array.from(items).buffer));
      }
    },
  };
}

/**
 * @param database `items.sqlite` of a release. One of an earlier version has no such table: what it holds is then found out from its
 *   items, once, when it is first asked for; it has no articles of the company
 */
export function readFacets(database: Database): FacetTable {
  const isThere = database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'facets'")
    .get();
  if (!isThere) return readFromItems(database);
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

function readFromItems(database: Database): FacetTable {
  const items = database.prepare<[], { number: number; json: string }>(
    'SELECT number, json FROM items ORDER BY number',
  );
  let found: ReturnType<typeof createFacetCollector> | null = null;
  return {
    itemsWith(facet, value) {
      if (facet === 'official') return new Uint32Array();
      if (found === null) {
        found = createFacetCollector();
        for (const { number, json } of items.iterate()) found.add(number, JSON.parse(json) as Item);
      }
      return Uint32Array.from(found.itemsWith(facet, value));
    },
  };
}

function createFacetCollector() {
  const found = new Map<string, { facet: Facet; value: string; items: number[] }>();
  const keyOf = (facet: Facet, value: string) => `${facet} ${value}`;
  return {
    add(number: number, item: Item): void {
      for (const [facet, value] of facetsOf(item)) {
        const entry = found.get(keyOf(facet, value)) ?? { facet, value, items: [] };
        found.set(keyOf(facet, value), entry);
        if (entry.items.at(-1) !== number) entry.items.push(number);
      }
    },
    all: () => found.values(),
    itemsWith: (facet: Facet, value: string) => found.get(keyOf(facet, value))?.items ?? [],
  };
}
