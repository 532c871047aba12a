import { createHash } from 'node:crypto';
import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';
import { keepReadings } from './kept-readings.js';
import { dropGoneThreads } from './made/made-threads.js';
import { dropGoneChanges } from './made/spoken-changes.js';

/** What differs between a run and the last run of the same sources that made a release. */
interface Difference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** All items as they will be after the run: those just read, and those of the sources that are not part of it. */
export interface UpcomingItems {
  difference(): Difference;
  /** Items that a source held when a release was last made of it. */
  heldBefore(source: string): number;
  count(source?: string): number;
  /** Id and source of every item, by id. */
  names(): { readonly id: string; readonly source: string }[];
  /** Id and fingerprint of every item, by id. */
  prints(): { readonly id: string; readonly fingerprint: string }[];
  /** One item; null where there is none. */
  find(id: string): Item | null;
  /** Every item, by id; other statements may run between two of them. */
  all(): Generator<Item>;
  /**
   * sha256 over ids and fingerprints: two runs with one hash lead to the same release.
   * @param making what else decides about the release, such as the id of the embedder
   */
  contentHash(making: string): string;
  /** Makes what was read the items of its sources, in one transaction; what is gone leaves a tombstone without text. */
  commit(now: Date): void;
}

const PAGE = 500;

/** The items after a run over `sources`. */
export function openUpcomingItems(database: Database, sources: readonly string[]): UpcomingItems {
  database.exec(`
    CREATE TEMP TABLE IF NOT EXISTS runSource (name TEXT PRIMARY KEY);
    DELETE FROM runSource;
    CREATE TEMP VIEW IF NOT EXISTS upcoming AS
      SELECT id, source, fingerprint, json FROM incoming
      UNION ALL SELECT id, source, fingerprint, json FROM item WHERE source NOT IN (SELECT name FROM runSource);
  `);
  const addSource = database.prepare('INSERT OR IGNORE INTO runSource VALUES (?)');
  for (const source of sources) addSource.run(source);
  const number = (sql: string, ...parameters: string[]) =>
    database
      .prepare<string[], number>(sql)
      .pluck()
      .get(...parameters) ?? 0;
  const page = database
    .prepare<[string, number], string>('SELECT json FROM upcoming WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  const one = database.prepare<[string], string>('SELECT json FROM upcoming WHERE id = ?').pluck();

  return {
    difference: () => ({
      added: number('SELECT count(*) FROM incoming WHERE id NOT IN (SELECT id FROM item)'),
      changed: number(
        'SELECT count(*) FROM incoming JOIN item USING (id) WHERE incoming.fingerprint <> item.fingerprint',
      ),
      unchanged: number(
        'SELECT count(*) FROM incoming JOIN item USING (id) WHERE incoming.fingerprint = item.fingerprint',
      ),
      removed: number(`SELECT count(*) FROM item ${GONE}`),
    }),
    heldBefore: (source) => number('SELECT count(*) FROM item WHERE source = ?', source),
    count: (source) =>
      source === undefined
        ? number('SELECT count(*) FROM upcoming')
        : number('SELECT count(*) FROM upcoming WHERE source = ?', source),
    names: () =>
      database
        .prepare<[], { id: string; source: string }>('SELECT id, source FROM upcoming ORDER BY id')
        .all(),
    prints: () =>
      database
        .prepare<[], { id: string; fingerprint: string }>('SELECT id, fingerprint FROM upcoming ORDER BY id')
        .all(),
    find(id) {
      const json = one.get(id);
      return json === undefined ? null : (JSON.parse(json) as Item);
    },
    *all() {
      for (let last = ''; ; ) {
        const items = page.all(last, PAGE).map((json) => JSON.parse(json) as Item);
        yield* items;
        if (items.length < PAGE) return;
        last = items.at(-1)?.id ?? last;
      }
    },
    contentHash(making) {
      const hash = createHash('sha256').update(making);
      const rows = database.prepare<[], { id: string; fingerprint: string }>(
        'SELECT id, fingerprint FROM upcoming ORDER BY id',
      );
      for (const { id, fingerprint } of rows.iterate()) hash.update(`\n${id} ${fingerprint}`);
      return hash.digest('hex');
    },
    commit(now) {
      database.transaction(() => {
        database
          .prepare(`INSERT OR REPLACE INTO tombstone SELECT id, source, ? FROM item ${GONE}`)
          .run(now.toISOString());
        database.exec(`
          DELETE FROM item WHERE source IN (SELECT name FROM runSource);
          INSERT INTO item SELECT * FROM incoming;
          DELETE FROM tombstone WHERE id IN (SELECT id FROM incoming);
          DELETE FROM incoming;
          DELETE FROM incomingDuplicate;
          DELETE FROM incomingPhrasing;
        `);
        keepReadings(database);
        dropGoneThreads(database);
        dropGoneChanges(database);
      })();
    },
  };
}

const GONE = 'WHERE source IN (SELECT name FROM runSource) AND id NOT IN (SELECT id FROM incoming)';
