import type { Item } from '../../index/contracts/items.js';
import type { PlanEntry, PlanGist, PlanKind } from '../../index/contracts/release-plans.js';
import type { Database } from '../../index/platform/database.js';
import { openHistoryDatabase } from './open-release-history.js';
import { createReleaseHistory, type ReleaseHistory, unpackedItem } from './release-history.js';

/** What items say in one release and not in another. Each is read when it is asked for. */
export interface ReleaseDifference {
  added(): Generator<Item>;
  changed(): Generator<{ readonly before: Item; readonly after: Item }>;
  withdrawn(): Generator<Item>;
}

/** Plans of releases, kept with what is remembered of these. */
export interface ReleasePlans {
  /** What a release holds otherwise than another one; all of it is added where that is null or not remembered. */
  difference(fromId: string | null, toId: string): ReleaseDifference;
  /** Keeps what a release changes in place of what was kept before; it is forgotten with the release (`ReleaseHistory.forget`). */
  keep(releaseId: string, gist: PlanGist, entries: Iterable<readonly [PlanKind, PlanEntry]>): void;
  gist(releaseId: string): PlanGist | null;
  /** Entries of a kind in their order, from one place on. */
  entries(releaseId: string, kind: PlanKind, from: number, most: number): PlanEntry[];
}

/** The plans in `release-history.sqlite`, open until they are closed, beside the history that they are kept with. */
export function openReleasePlans(
  runtimeDirectory: string,
): ReleasePlans & { readonly history: ReleaseHistory; close(): void } {
  const database = openHistoryDatabase(runtimeDirectory);
  const history = createReleaseHistory(database);
  return { ...createReleasePlans(database), history, close: () => database.close() };
}

function createReleasePlans(database: Database): ReleasePlans {
  const numberOf = database.prepare<[string], number>('SELECT number FROM release WHERE id = ?').pluck();
  // A text that stands in both is one row, which covers both numbers.
  const holds = (name: string) => `(fromRelease <= ${name} AND (toRelease IS NULL OR toRelease >= ${name}))`;
  const onlyIn = (here: string, there: string) =>
    database.prepare<{ from: number; to: number }, { itemId: string; item: Buffer }>(
      `SELECT itemId, item FROM itemVersion WHERE ${holds(here)} AND NOT ${holds(there)} ORDER BY itemId`,
    );
  const [fresh, old] = [onlyIn('@to', '@from'), onlyIn('@from', '@to')];
  const versionIn = database
    .prepare<{ itemId: string; number: number }, Buffer>(
      `SELECT item FROM itemVersion WHERE itemId = @itemId AND ${holds('@number')} LIMIT 1`,
    )
    .pluck();
  const gist = database.prepare<[string], string>('SELECT gist FROM plan WHERE releaseId = ?').pluck();
  const some = database
    .prepare<[string, string, number, number], string>(
      'SELECT entry FROM planEntry WHERE releaseId = ? AND kind = ? AND place >= ? ORDER BY place LIMIT ?',
    )
    .pluck();

  return {
    difference(fromId, toId) {
      // Numbers begin at 1: no text stands in release 0.
      const from = fromId === null ? 0 : (numberOf.get(fromId) ?? 0);
      const to = numberOf.get(toId) ?? 0;
      const before = (itemId: string) => versionIn.get({ itemId, number: from });
      return {
        *added() {
          for (const { itemId, item } of fresh.iterate({ from, to }))
            if (before(itemId) === undefined) yield unpackedItem(item);
        },
        *changed() {
          for (const { itemId, item } of fresh.iterate({ from, to })) {
            const known = before(itemId);
            if (known !== undefined) yield { before: unpackedItem(known), after: unpackedItem(item) };
          }
        },
        *withdrawn() {
          for (const { itemId, item } of old.iterate({ from, to }))
            if (versionIn.get({ itemId, number: to }) === undefined) yield unpackedItem(item);
        },
      };
    },
    keep(releaseId, told, entries) {
      const listed = [...entries];
      database.transaction(() => {
        for (const table of ['plan', 'planEntry'])
          database.prepare(`DELETE FROM ${table} WHERE releaseId = ?`).run(releaseId);
        database.prepare('INSERT INTO plan VALUES (?, ?)').run(releaseId, JSON.stringify(told));
        const insert = database.prepare('INSERT INTO planEntry VALUES (?, ?, ?, ?)');
        const places = new Map<PlanKind, number>();
        for (const [kind, entry] of listed) {
          const place = places.get(kind) ?? 0;
          places.set(kind, place + 1);
          insert.run(releaseId, kind, place, JSON.stringify(entry));
        }
      })();
    },
    gist(releaseId) {
      const kept = gist.get(releaseId);
      return kept === undefined ? null : (JSON.parse(kept) as PlanGist);
    },
    entries: (releaseId, kind, from, most) =>
      some.all(releaseId, kind, from, most).map((entry) => JSON.parse(entry) as PlanEntry),
  };
}
