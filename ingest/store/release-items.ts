import type { ReleaseManifest, ReleaseStore } from '../../index/contracts/releases.js';
import type { Database } from '../../index/platform/database.js';
import type { SourceLoss } from '../releasing/guard-release.js';
import type { UpcomingItems } from './upcoming-items.js';

/** Which items each release holds, so that it can be told what a new one would take away. */
interface ReleaseItems {
  /** Notes the items of a release that was built, and forgets releases that are there no more. */
  record(id: string, items: UpcomingItems, releases: ReleaseStore): void;
  /** Ids of the items in a release; none where that was not noted. */
  idsIn(releaseId: string): string[];
  /** What of each source's items in the live release the upcoming ones do not have. */
  lossesTo(live: Pick<ReleaseManifest, 'id' | 'sources'>, items: UpcomingItems): SourceLoss[];
}

export function openReleaseItems(database: Database): ReleaseItems {
  const insert = database.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO releaseItem VALUES (?, ?, ?)',
  );
  const noted = database.prepare<[], string>('SELECT DISTINCT releaseId FROM releaseItem').pluck();
  const forget = database.prepare<[string]>('DELETE FROM releaseItem WHERE releaseId = ?');
  const select = database.prepare<[string], { itemId: string; source: string }>(
    'SELECT itemId, source FROM releaseItem WHERE releaseId = ? ORDER BY itemId',
  );

  return {
    record(id, items, releases) {
      const kept = new Set([id, ...releases.list().map((release) => release.id)]);
      database.transaction(() => {
        for (const old of noted.all()) if (!kept.has(old)) forget.run(old);
        for (const { id: itemId, source } of items.names()) insert.run(id, itemId, source);
      })();
    },
    idsIn: (releaseId) => select.all(releaseId).map(({ itemId }) => itemId),
    lossesTo(live, items) {
      const before = select.all(live.id);
      return before.length > 0 ? lossesByItem(before, items) : lossesByNumber(live, items);
    },
  };
}

function lossesByItem(
  before: readonly { readonly itemId: string; readonly source: string }[],
  items: UpcomingItems,
): SourceLoss[] {
  const left = new Set(items.names().map(({ id }) => id));
  const losses = new Map<string, { held: number; gone: number }>();
  for (const { itemId, source } of before) {
    const { held, gone } = losses.get(source) ?? { held: 0, gone: 0 };
    losses.set(source, { held: held + 1, gone: gone + (left.has(itemId) ? 0 : 1) });
  }
  return [...losses].map(([source, loss]) => ({ source, ...loss }));
}

/** A release of an earlier version, or of another `ingest.sqlite`: its manifest tells how many items it holds. */
function lossesByNumber({ sources }: Pick<ReleaseManifest, 'sources'>, items: UpcomingItems): SourceLoss[] {
  return Object.entries(sources).map(([source, held]) => ({
    source,
    held,
    gone: Math.max(0, held - items.count(source)),
  }));
}
