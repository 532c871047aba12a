import type { ReleaseStore } from '../../index/contracts.js';
import type { Database } from '../../index/platform/database.js';

/** A whole release with the content that was asked for. */
export interface BuiltRelease {
  readonly id: string;
  /** Whether somebody went back behind it: it goes live only when somebody says so. */
  readonly isRolledBack: boolean;
}

/** What each release holds, and which ones somebody did not want to see live. */
export interface BuiltReleases {
  record(id: string, contentHash: string): void;
  /** A whole release with exactly this content, the live one first; null where there is none. */
  find(contentHash: string, releases: ReleaseStore): BuiltRelease | null;
  setRolledBack(id: string, isRolledBack: boolean): void;
}

/** The releases noted in `database`. */
export function openBuiltReleases(database: Database): BuiltReleases {
  const insert = database.prepare('INSERT OR REPLACE INTO builtRelease VALUES (?, ?, 0)');
  const select = database.prepare<[string], { id: string; isRolledBack: number }>(
    'SELECT id, isRolledBack FROM builtRelease WHERE contentHash = ? ORDER BY id DESC',
  );
  const update = database.prepare('UPDATE builtRelease SET isRolledBack = ? WHERE id = ?');
  return {
    record: (id, contentHash) => void insert.run(id, contentHash),
    find(contentHash, releases) {
      const whole = new Set(releases.list().map(({ id }) => id));
      const known = select.all(contentHash).filter(({ id }) => whole.has(id));
      const live = releases.currentId();
      const found = known.find(({ id }) => id === live) ?? known[0];
      return found ? { id: found.id, isRolledBack: found.isRolledBack === 1 } : null;
    },
    setRolledBack: (id, isRolledBack) => void update.run(isRolledBack ? 1 : 0, id),
  };
}
