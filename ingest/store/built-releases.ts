import type { ReleaseManifest, ReleaseStore } from '../../index/contracts/releases.js';
import type { Database } from '../../index/platform/database.js';

/** What each release holds, and which ones somebody did not want to see live. */
export interface BuiltReleases {
  /**
   * Notes a release that was built.
   * @param contentHash hash of all that is in it
   * @param communityHash hash of what the sources gave, without what was learned
   */
  record(id: string, contentHash: string, communityHash: string): void;
  /** A whole release with exactly this content, the live one first; null where there is none. */
  find(contentHash: string, releases: ReleaseStore): ReleaseManifest | null;
  /**
   * Whether somebody went back behind a release of what the sources give: whatever was learned since, the next one
   * goes live only when somebody says so.
   */
  isRolledBack(communityHash: string): boolean;
  /** Whether a release is live because somebody went back to it from the newest one that was noted. */
  isGoneBackTo(id: string): boolean;
  /** Notes it for every release of the same sources' items as this one. */
  setRolledBack(id: string, isRolledBack: boolean): void;
}

/** The releases noted in `database`. */
export function openBuiltReleases(database: Database): BuiltReleases {
  const insert = database.prepare(`
    INSERT OR REPLACE INTO builtRelease VALUES (@id, @contentHash, @communityHash,
      (SELECT coalesce(max(isRolledBack), 0) FROM builtRelease WHERE communityHash = @communityHash))`);
  const select = database
    .prepare<[string], string>('SELECT id FROM builtRelease WHERE contentHash = ?')
    .pluck();
  const rolledBack = database
    .prepare<[string], number>('SELECT max(isRolledBack) FROM builtRelease WHERE communityHash = ?')
    .pluck();
  const newest = database.prepare<[], { id: string; isRolledBack: number }>(
    'SELECT id, isRolledBack FROM builtRelease ORDER BY rowid DESC LIMIT 1',
  );
  const update = database.prepare(`
    UPDATE builtRelease SET isRolledBack = ?
    WHERE communityHash = (SELECT communityHash FROM builtRelease WHERE id = ?)`);
  return {
    record: (id, contentHash, communityHash) => void insert.run({ id, contentHash, communityHash }),
    find(contentHash, releases) {
      const noted = new Set(select.all(contentHash));
      const known = releases.list().filter(({ id }) => noted.has(id));
      const live = releases.currentId();
      return known.find(({ id }) => id === live) ?? known[0] ?? null;
    },
    isRolledBack: (communityHash) => rolledBack.get(communityHash) === 1,
    isGoneBackTo(id) {
      const last = newest.get();
      return last !== undefined && last.id !== id && last.isRolledBack === 1;
    },
    setRolledBack: (id, isRolledBack) => void update.run(isRolledBack ? 1 : 0, id),
  };
}
