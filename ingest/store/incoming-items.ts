import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';
import type { SkipReason } from '../sources/contracts.js';
import { fingerprint } from '../steps/fingerprint.js';
import { resolveDuplicate } from '../steps/resolve-duplicate.js';
import { withAsked, withPhrasings } from '../steps/with-phrasings.js';

/** A thread that the community marked as a duplicate. Ids are those of items. */
interface IncomingDuplicate {
  readonly id: string;
  readonly duplicateOf: string;
  /** Its title as a wording; null where it says nothing. */
  readonly wording: string | null;
  /** What customers wrote below it, in parts. */
  readonly asked: readonly string[];
  readonly position: string;
  /** Why it is no item of its own; null where it is one. */
  readonly skipped: SkipReason | null;
}

/** What is folded away after reading. */
interface Folding {
  /** Threads that became a phrasing of another item. */
  readonly duplicates: number;
  /** Duplicates of nothing that has an answer, without an answer of their own. */
  readonly skipped: readonly { readonly reason: SkipReason; readonly position: string }[];
}

/** What a run has read so far. It becomes the source's items only when the whole run succeeds. */
export interface IncomingItems {
  /** Takes an item; false when its id was given before in this run. */
  add(item: Item): boolean;
  /** Takes a duplicate; false when its id was given before. */
  addDuplicate(duplicate: IncomingDuplicate): boolean;
  /** Takes an item or duplicate of this id out again, where there is one. */
  remove(id: string): void;
  /** Runs `work` in one transaction; nothing may be awaited inside. */
  together(work: () => void): void;
  /** Turns duplicates into phrasings of the items they point to, after all sources were read. */
  foldDuplicates(): Folding;
}

interface DuplicateRow extends Omit<IncomingDuplicate, 'asked'> {
  /** JSON. */
  readonly asked: string;
}

/** Rows handled at once where all are gone through. */
const PAGE = 500;

/** The incoming items in `database`; those that a killed run left are dropped. */
export function openIncomingItems(database: Database): IncomingItems {
  database.exec(`
    DELETE FROM incoming;
    DELETE FROM incomingDuplicate;
    DELETE FROM incomingPhrasing;
    DELETE FROM incomingReadItem;
    DELETE FROM incomingReadDuplicate;
    DELETE FROM incomingReading;
    DELETE FROM incomingFailure;
    DELETE FROM seenThread;
  `);
  const removeItem = database.prepare('DELETE FROM incoming WHERE id = ?');
  const removeDuplicate = database.prepare('DELETE FROM incomingDuplicate WHERE id = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO incoming VALUES (?, ?, ?, ?)');
  const insertDuplicate = database.prepare<DuplicateRow>(
    'INSERT OR IGNORE INTO incomingDuplicate VALUES (@id, @duplicateOf, @wording, @asked, @position, @skipped)',
  );
  return {
    add: (item) => insert.run(item.id, item.source, fingerprint(item), JSON.stringify(item)).changes === 1,
    addDuplicate: (duplicate) =>
      insertDuplicate.run({ ...duplicate, asked: JSON.stringify(duplicate.asked) }).changes === 1,
    remove(id) {
      removeItem.run(id);
      removeDuplicate.run(id);
    },
    together: (work) => database.transaction(work)(),
    foldDuplicates: () => database.transaction(() => foldDuplicates(database))(),
  };
}

function foldDuplicates(database: Database): Folding {
  const original = database
    .prepare<[string], string>('SELECT duplicateOf FROM incomingDuplicate WHERE id = ?')
    .pluck();
  const isItem = database.prepare<[string], number>('SELECT 1 FROM incoming WHERE id = ?').pluck();
  const page = database.prepare<[string, number], DuplicateRow>(
    'SELECT * FROM incomingDuplicate WHERE id > ? ORDER BY id LIMIT ?',
  );
  const addPhrasing = database.prepare('INSERT INTO incomingPhrasing VALUES (?, ?, ?, ?)');
  const graph = {
    duplicateOf: (id: string) => original.get(id) ?? null,
    hasAnswer: (id: string) => isItem.get(id) === 1,
  };
  const skipped: { reason: SkipReason; position: string }[] = [];
  let duplicates = 0;
  for (let rows = page.all('', PAGE); rows.length > 0; rows = page.all(rows.at(-1)?.id ?? '', PAGE)) {
    for (const { id, wording, asked, position, skipped: reason } of rows) {
      const target = resolveDuplicate(id, graph);
      if (target !== null) {
        duplicates += 1;
        addPhrasing.run(target, id, wording ?? '', asked);
      } else if (reason !== null) skipped.push({ reason, position });
    }
  }
  database.exec('DELETE FROM incoming WHERE id IN (SELECT duplicate FROM incomingPhrasing)');
  addPhrasings(database);
  return { duplicates, skipped };
}

function addPhrasings(database: Database): void {
  const items = database
    .prepare<[], { item: string; json: string }>(
      'SELECT DISTINCT item, json FROM incomingPhrasing JOIN incoming ON incoming.id = item',
    )
    .all();
  const wordings = database.prepare<[string], { wording: string; asked: string }>(
    'SELECT wording, asked FROM incomingPhrasing WHERE item = ? ORDER BY duplicate',
  );
  const update = database.prepare('UPDATE incoming SET fingerprint = ?, json = ? WHERE id = ?');
  for (const { item: id, json } of items) {
    const duplicates = wordings.all(id);
    const titles = duplicates.map(({ wording }) => wording).filter((wording) => wording !== '');
    const asked = duplicates.flatMap((duplicate) => JSON.parse(duplicate.asked) as string[]);
    const item = withAsked(withPhrasings(JSON.parse(json) as Item, titles), asked);
    update.run(fingerprint(item), JSON.stringify(item), id);
  }
}
