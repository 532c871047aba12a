import { join } from 'node:path';
import type { Withdrawals } from '../contracts/withdrawals.js';
import { createCurrentReading, openDatabase } from '../platform/database.js';
import { answerSign } from './answer-sign.js';

/** In the runtime folder, beside the folder of the releases. */
const WITHDRAWALS_FILE = 'withdrawals.sqlite';

/** So many threads may wait to be read again; more than a community changes between two runs. */
const MOST_NOTED = 10_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS withdrawn (
    itemId TEXT PRIMARY KEY, at TEXT NOT NULL, link TEXT, standing TEXT
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS prepared (itemId TEXT PRIMARY KEY, at TEXT NOT NULL, link TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS noted (itemId TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
`;

interface Row {
  readonly itemId: string;
  readonly link: string | null;
  /** Sign of the answer that its source gave when it was asked afterwards; null where it gave none. */
  readonly standing: string | null;
}

/**
 * Opens what was withdrawn: ids, links and signs, no texts. A server and a run of ingest may have it open at once; what one
 * writes the other sees at its next look, and it outlives both.
 * @param runtimeDirectory such as `data/runtime`
 */
export function openWithdrawals(runtimeDirectory: string): Withdrawals {
  const database = openDatabase(join(runtimeDirectory, WITHDRAWALS_FILE));
  database.exec(CREATE);
  const all = database.prepare<[], Row>('SELECT itemId, link, standing FROM withdrawn');
  const add = database.prepare('INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?, NULL)');
  const stand = database.prepare(
    'UPDATE withdrawn SET standing = ?, link = CASE WHEN link = ? THEN NULL ELSE link END WHERE itemId = ?',
  );
  const prepareOne = database.prepare('INSERT OR REPLACE INTO prepared VALUES (?, ?, ?)');
  const prepared = database.prepare<[], string>('SELECT itemId FROM prepared').pluck();
  const applyOne = database.prepare(
    'INSERT OR REPLACE INTO withdrawn SELECT itemId, at, link, NULL FROM prepared WHERE itemId = ?',
  );
  const dropPrepared = database.prepare('DELETE FROM prepared WHERE itemId = ?');
  const noteOne = database.prepare('INSERT OR IGNORE INTO noted VALUES (?, ?)');
  const isNoted = database.prepare<[string], number>('SELECT 1 FROM noted WHERE itemId = ?').pluck();
  const countNoted = database.prepare<[], number>('SELECT count(*) FROM noted').pluck();
  const noted = database.prepare<[], string>('SELECT itemId FROM noted ORDER BY at, itemId').pluck();
  const forgetOne = database.prepare('DELETE FROM noted WHERE itemId = ?');
  const { get: look, write } = createCurrentReading(database, () => {
    const rows = all.all();
    return {
      stones: new Map(rows.map((row) => [row.itemId, row])),
      links: new Set(rows.flatMap(({ link }) => link ?? [])),
    };
  });

  return {
    hides(item) {
      const { stones, links } = look();
      const stone = stones.get(item.id);
      if (stone) return stone.standing !== answerSign(item);
      return item.url !== null && links.has(item.url);
    },
    withdraw(answers, at) {
      write(() => {
        for (const { itemId, link } of answers) add.run(itemId, at.toISOString(), link);
      });
    },
    prepare(answers, at) {
      write(() => {
        for (const { itemId, link } of answers) prepareOne.run(itemId, at.toISOString(), link);
      });
    },
    apply(isInRelease) {
      write(() => {
        for (const itemId of prepared.all().filter((id) => !isInRelease(id))) {
          applyOne.run(itemId);
          dropPrepared.run(itemId);
        }
      });
    },
    confirm(items) {
      write(() => {
        for (const item of items) {
          stand.run(answerSign(item), item.url, item.id);
          dropPrepared.run(item.id);
        }
      });
    },
    isSame: (one, other) => answerSign(one) === answerSign(other),
    ids: () => [...look().stones.keys()],
    watched: () => [...new Set([...look().stones.keys(), ...prepared.all()])],
    note(itemId, at) {
      if (isNoted.get(itemId) !== undefined) return true;
      if ((countNoted.get() ?? 0) >= MOST_NOTED) return false;
      noteOne.run(itemId, at.toISOString());
      return true;
    },
    noted: () => noted.all(),
    forget(itemIds) {
      write(() => {
        for (const itemId of itemIds) forgetOne.run(itemId);
      });
    },
    close: () => void database.close(),
  };
}
