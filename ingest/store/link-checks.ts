import type { Database } from '../../index/platform/database.js';

/** What became of a link: it leads somewhere, nowhere, or nobody could tell. */
export type LinkState = 'alive' | 'gone' | 'unknown';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After so long a link is looked at again. One that leads nowhere sooner, because it must do so twice to count. */
const AGAIN_AFTER_MS: Readonly<Record<LinkState, number>> = {
  alive: 30 * DAY_MS,
  gone: DAY_MS,
  unknown: 7 * DAY_MS,
};
/** So often, on different days, must a link lead nowhere before it counts as dead. */
const TIMES_GONE = 2;

/** What is known of the links in answers, kept between runs. */
interface LinkChecks {
  isDead(link: string): boolean;
  /** Of these links those that are to be looked at now: never seen ones first, then those seen longest ago. */
  due(links: Iterable<string>, now: Date): string[];
  put(link: string, state: LinkState, now: Date): void;
  /** Forgets the links that are not among these. */
  keepOnly(links: ReadonlySet<string>): void;
}

/** @param database `ingest.sqlite` */
export function openLinkChecks(database: Database): LinkChecks {
  database.exec(`CREATE TABLE IF NOT EXISTS linkCheck (
    link TEXT PRIMARY KEY, state TEXT NOT NULL, timesGone INTEGER NOT NULL, checkedAt TEXT NOT NULL
  ) WITHOUT ROWID`);
  const select = database.prepare<[string], { state: LinkState; timesGone: number; checkedAt: string }>(
    'SELECT state, timesGone, checkedAt FROM linkCheck WHERE link = ?',
  );
  const upsert = database.prepare<[string, LinkState, number, string]>(
    `INSERT INTO linkCheck VALUES (?, ?, ?, ?) ON CONFLICT (link) DO UPDATE SET
       state = excluded.state, timesGone = excluded.timesGone, checkedAt = excluded.checkedAt`,
  );
  return {
    isDead: (link) => (select.get(link)?.timesGone ?? 0) >= TIMES_GONE,
    due(links, now) {
      return [...links]
        .map((link) => ({ link, known: select.get(link) }))
        .filter(
          ({ known }) => !known || now.getTime() - Date.parse(known.checkedAt) >= AGAIN_AFTER_MS[known.state],
        )
        .toSorted((one, other) => ((one.known?.checkedAt ?? '') < (other.known?.checkedAt ?? '') ? -1 : 1))
        .map(({ link }) => link);
    },
    put(link, state, now) {
      const before = select.get(link)?.timesGone ?? 0;
      // Who cannot be asked today says nothing about what was found before.
      const timesGone = state === 'gone' ? before + 1 : state === 'alive' ? 0 : before;
      upsert.run(link, state, timesGone, now.toISOString());
    },
    keepOnly(links) {
      const kept = database.prepare<[], string>('SELECT link FROM linkCheck').pluck().all();
      const drop = database.prepare<[string]>('DELETE FROM linkCheck WHERE link = ?');
      database.transaction(() => {
        for (const link of kept) if (!links.has(link)) drop.run(link);
      })();
    },
  };
}
