import type { Item } from '../../../index/contracts/items.js';
import type { Database } from '../../../index/platform/database.js';
import { asTold, type HeardAsides } from '../../asides/drop-heard-asides.js';
import { programSign } from '../../reading/program-sign.js';
import { sha256 } from '../../steps/fingerprint.js';

/** What was heard of answers before, so that an answer that stays is neither cut into sentences nor asked about again. */
export interface HeardAnswers {
  /** What an item with these words became; null where it was not heard. */
  find(item: Item): HeardAsides | null;
  put(item: Item, heard: HeardAsides): void;
  /** Drops what was heard of items that were not asked for. */
  prune(): void;
}

interface Kept {
  readonly texts: readonly string[];
  /** Left out where nothing went. */
  readonly answer?: string;
  readonly additions?: readonly string[];
}

/**
 * What was heard, kept in `database`; nothing is asked for yet.
 * @param earSign tells one ear from another
 */
export function openHeardAnswers(database: Database, earSign: string): HeardAnswers {
  database.exec(
    'CREATE TEMP TABLE IF NOT EXISTS heardItem (id TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM heardItem',
  );
  const select = database
    .prepare<[string, string], string>('SELECT heard FROM heardAnswer WHERE id = ? AND sign = ?')
    .pluck();
  const insert = database.prepare('INSERT OR REPLACE INTO heardAnswer VALUES (?, ?, ?)');
  const use = database.prepare('INSERT OR IGNORE INTO heardItem VALUES (?)');
  const making = `${programSign()} ${earSign}`;
  const signOf = ({ answer, additions = [], whatChanged }: Item) =>
    sha256(JSON.stringify([making, answer, additions.map(({ text }) => text), whatChanged ?? null]));
  return {
    find(item) {
      use.run(item.id);
      const known = select.get(item.id, signOf(item));
      if (known === undefined) return null;
      const { texts, answer, additions } = JSON.parse(known) as Kept;
      if (answer === undefined) return { item, texts };
      const statements = (item.additions ?? []).map((addition, at) => ({
        ...addition,
        text: additions?.[at] ?? addition.text,
      }));
      return { item: asTold(item, answer, statements), texts };
    },
    put(item, { item: told, texts }) {
      const additions = told.additions?.map(({ text }) => text);
      const words = told === item ? {} : { answer: told.answer, ...(additions ? { additions } : {}) };
      insert.run(item.id, signOf(item), JSON.stringify({ texts, ...words } satisfies Kept));
    },
    prune: () => database.exec('DELETE FROM heardAnswer WHERE id NOT IN (SELECT id FROM heardItem)'),
  };
}
