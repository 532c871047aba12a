import type { Database } from '../../index/platform/database.js';
import { isRecord } from '../../index/platform/is-record.js';
import type { LikePair } from '../joining/contracts.js';

/** Which items ask the same, as it was found for the items of the last run: nothing is compared anew while they stay. */
interface LikePairs {
  /** Null where they were never compared, or have changed since. */
  find(key: string): readonly LikePair[] | null;
  /** What was kept last, of whatever items. */
  last(): readonly LikePair[];
  /** Keeps them in place of what was kept before, in one transaction with what else is kept. */
  put(key: string, pairs: readonly LikePair[], beside: () => void): void;
}

/** @param database `ingest.sqlite` */
export function openLikePairs(database: Database): LikePairs {
  const select = database.prepare<[string], string>('SELECT json FROM likePairs WHERE key = ?').pluck();
  const latest = database.prepare<[], string>('SELECT json FROM likePairs LIMIT 1').pluck();
  const insert = database.prepare('INSERT INTO likePairs VALUES (?, ?)');
  return {
    find: (key) => parsed(select.get(key)),
    last: () => parsed(latest.get()) ?? [],
    put(key, pairs, beside) {
      database.transaction(() => {
        database.exec('DELETE FROM likePairs');
        insert.run(key, JSON.stringify(pairs));
        beside();
      })();
    },
  };
}

function parsed(json: string | undefined): readonly LikePair[] | null {
  const pairs: unknown = json === undefined ? null : JSON.parse(json);
  return Array.isArray(pairs) && pairs.every(isRecord) ? (pairs as unknown as LikePair[]) : null;
}
