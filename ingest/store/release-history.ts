import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Item } from '../../index/contracts/items.js';
import type { ReleaseManifest } from '../../index/contracts/releases.js';
import type { Database } from '../../index/platform/database.js';
import { openHistoryDatabase } from './open-release-history.js';
import type { UpcomingItems } from './upcoming-items.js';

/**
 * What happened to a release. `forced`: somebody published it although it was held back. `left`: somebody went back behind
 * it. `returned`: it is live again because of that.
 */
export type ReleaseActKind = 'built' | 'held-back' | 'published' | 'forced' | 'left' | 'returned';

/** Who did what with a release, when and why. */
export interface ReleaseAct {
  readonly kind: ReleaseActKind;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** A person's name, or what ran it. */
  readonly by: string;
  /** '' where nobody said. */
  readonly why: string;
}

/** What the run that built a release read. */
export interface RunGist {
  readonly sources: readonly string[];
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A release as it is remembered, also when its folder is gone. */
export interface RememberedRelease {
  readonly id: string;
  readonly name: string;
  readonly builtAt: string;
  readonly manifest: ReleaseManifest;
  readonly run: RunGist;
  /** Oldest first. */
  readonly acts: readonly ReleaseAct[];
}

/** What an item was from one release to another, both included. */
export interface ItemVersion {
  readonly item: Item;
  readonly from: Pick<RememberedRelease, 'id' | 'name' | 'builtAt'>;
  /** The last release with this text; null where the newest one has it. */
  readonly to: Pick<RememberedRelease, 'id' | 'name' | 'builtAt'> | null;
}

/** Memory of releases, in a file of its own. */
export interface ReleaseHistory {
  /** Remembers a release that was built, with the texts of its items; nothing where it is known. Gives its name. */
  record(manifest: ReleaseManifest, items: UpcomingItems, run: RunGist): string;
  note(releaseId: string, act: ReleaseAct): void;
  /** Newest first; at most so many. */
  releases(most: number): RememberedRelease[];
  find(idOrName: string): RememberedRelease | null;
  /** Gives a release another name; false where another one has it. */
  rename(id: string, name: string): boolean;
  /** Every text an item had, newest first. */
  versionsOf(itemId: string): ItemVersion[];
  /** The text an item had in a release; null where it was not in it. */
  versionIn(itemId: string, releaseId: string): ItemVersion | null;
  /**
   * Forgets releases that nobody was answered from since a time, and texts that only they had; never those that are named.
   * @param before ISO 8601 in UTC
   */
  forget(before: string, needed: readonly string[]): void;
}

interface ReleaseRow {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly builtAt: string;
  readonly manifest: string;
  readonly run: string;
}

interface VersionRow {
  readonly item: Buffer;
  readonly fromRelease: number;
  readonly toRelease: number | null;
}

/** The history in a folder, open until it is closed. */
export function openReleaseHistory(runtimeDirectory: string): ReleaseHistory & { close(): void } {
  const database = openHistoryDatabase(runtimeDirectory);
  return { ...createReleaseHistory(database), close: () => database.close() };
}

/** The history in a database that is open. */
export function createReleaseHistory(database: Database): ReleaseHistory {
  const select = database.prepare<[string, string], ReleaseRow>(
    'SELECT * FROM release WHERE id = ? OR name = ? ORDER BY number DESC LIMIT 1',
  );
  // Of a text whose first or last release was forgotten, the nearest one that is remembered.
  const atOrAfter = database.prepare<[number], ReleaseRow>(
    'SELECT * FROM release WHERE number >= ? ORDER BY number LIMIT 1',
  );
  const atOrBefore = database.prepare<[number], ReleaseRow>(
    'SELECT * FROM release WHERE number <= ? ORDER BY number DESC LIMIT 1',
  );
  const newest = database.prepare<[number], ReleaseRow>('SELECT * FROM release ORDER BY number DESC LIMIT ?');
  const acts = database.prepare<[string], ReleaseAct>(
    'SELECT kind, at, by, why FROM act WHERE releaseId = ? ORDER BY number',
  );
  const addAct = database.prepare('INSERT INTO act (releaseId, kind, at, by, why) VALUES (?, ?, ?, ?, ?)');
  const versions = database.prepare<[string], VersionRow>(
    'SELECT item, fromRelease, toRelease FROM itemVersion WHERE itemId = ? ORDER BY fromRelease DESC',
  );
  const remembered = (row: ReleaseRow): RememberedRelease => ({
    id: row.id,
    name: row.name,
    builtAt: row.builtAt,
    manifest: JSON.parse(row.manifest) as ReleaseManifest,
    run: JSON.parse(row.run) as RunGist,
    acts: acts.all(row.id),
  });
  const find = (idOrName: string) => select.get(idOrName, idOrName);
  const versionsOf = (itemId: string) =>
    versions.all(itemId).flatMap((row) => {
      const from = atOrAfter.get(row.fromRelease);
      if (!from) return [];
      const to = row.toRelease === null ? null : (atOrBefore.get(row.toRelease) ?? null);
      return [{ item: unpackedItem(row.item), from, to, first: row.fromRelease, last: row.toRelease }];
    });

  return {
    record: (manifest, items, run) =>
      database.transaction(() => find(manifest.id)?.name ?? add(database, manifest, items, run))(),
    note: (releaseId, { kind, at, by, why }) => void addAct.run(releaseId, kind, at, by, why),
    releases: (most) => newest.all(most).map(remembered),
    find(idOrName) {
      const row = find(idOrName);
      return row ? remembered(row) : null;
    },
    rename(id, name) {
      const other = find(name);
      if (other && other.id !== id) return false;
      database.prepare('UPDATE release SET name = ? WHERE id = ?').run(name, id);
      return true;
    },
    versionsOf: (itemId) => versionsOf(itemId).map(asVersion),
    versionIn(itemId, releaseId) {
      const number = find(releaseId)?.number;
      if (number === undefined) return null;
      const found = versionsOf(itemId).find(
        ({ first, last }) => first <= number && (last === null || last >= number),
      );
      return found ? asVersion(found) : null;
    },
    forget: (before, needed) => database.transaction(() => forget(database, before, needed))(),
  };
}

type FoundVersion = Omit<ItemVersion, 'from' | 'to'> & {
  readonly from: ReleaseRow;
  readonly to: ReleaseRow | null;
};

function asVersion({ item, from, to }: FoundVersion): ItemVersion {
  const gist = ({ id, name, builtAt }: ReleaseRow) => ({ id, name, builtAt });
  return { item, from: gist(from), to: to && gist(to) };
}

/** Adds a release, its items against those of the release that was built before it. */
function add(database: Database, manifest: ReleaseManifest, items: UpcomingItems, run: RunGist): string {
  const name = freeName(database, manifest.builtAt.slice(0, 10));
  const { lastInsertRowid } = database
    .prepare('INSERT INTO release (id, name, builtAt, manifest, run) VALUES (?, ?, ?, ?, ?)')
    .run(manifest.id, name, manifest.builtAt, JSON.stringify(manifest), JSON.stringify(run));
  const number = Number(lastInsertRowid);
  const before = new Map(
    database
      .prepare<[], [string, string]>('SELECT itemId, fingerprint FROM itemVersion WHERE toRelease IS NULL')
      .raw()
      .all(),
  );
  const end = database.prepare('UPDATE itemVersion SET toRelease = ? WHERE itemId = ? AND toRelease IS NULL');
  const insert = database.prepare('INSERT INTO itemVersion VALUES (?, ?, NULL, ?, ?)');
  for (const { id, fingerprint } of items.prints()) {
    const known = before.get(id);
    before.delete(id);
    if (known === fingerprint) continue;
    if (known !== undefined) end.run(number - 1, id);
    const item = items.find(id);
    if (item) insert.run(id, number, fingerprint, packed(item));
  }
  for (const gone of before.keys()) end.run(number - 1, gone);
  return name;
}

/** A day, and its second and further releases numbered: "2026-03-02", "2026-03-02.2". */
function freeName(database: Database, day: string): string {
  const isTaken = database.prepare<[string], number>('SELECT 1 FROM release WHERE name = ?').pluck();
  for (let place = 1; ; place++) {
    const name = place === 1 ? day : `${day}.${place}`;
    if (isTaken.get(name) === undefined) return name;
  }
}

function forget(database: Database, before: string, needed: readonly string[]): void {
  const newest = database
    .prepare<[], string>('SELECT id FROM release ORDER BY number DESC LIMIT 1')
    .pluck()
    .get();
  const kept = new Set([...needed, newest]);
  // One that was live when the time began answered in it, however long ago it was built.
  const old = database
    .prepare<{ before: string }, string>(`
      SELECT id FROM release WHERE builtAt < @before
        AND NOT EXISTS (SELECT 1 FROM act WHERE releaseId = id AND at >= @before)
        AND id IS NOT (
          SELECT releaseId FROM act WHERE at < @before AND kind IN ('published', 'forced', 'returned')
          ORDER BY number DESC LIMIT 1)`)
    .pluck()
    .all({ before });
  const remove = database.prepare('DELETE FROM release WHERE id = ?');
  const removeActs = database.prepare('DELETE FROM act WHERE releaseId = ?');
  for (const id of old) {
    if (kept.has(id)) continue;
    remove.run(id);
    removeActs.run(id);
  }
  database.exec(`
    DELETE FROM plan WHERE releaseId NOT IN (SELECT id FROM release);
    DELETE FROM planEntry WHERE releaseId NOT IN (SELECT id FROM release);
    DELETE FROM itemVersion WHERE toRelease IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM release WHERE number BETWEEN fromRelease AND toRelease)`);
}

function packed(item: Item): Buffer {
  return deflateRawSync(JSON.stringify(item));
}

/** The text of an item as it is kept. */
export function unpackedItem(bytes: Buffer): Item {
  return JSON.parse(inflateRawSync(bytes).toString()) as Item;
}
