import type { Item } from '../../index/contracts/items.js';
import type { Database } from '../../index/platform/database.js';

/** What a run would change, item by item; each is read when it is asked for. Needs the upcoming items of the run. */
export interface ItemChanges {
  added(): Generator<Item>;
  changed(): Generator<{ readonly before: Item; readonly after: Item }>;
  withdrawn(): Generator<Item>;
  /** Threads that newly become a further phrasing of an item; `item` is as it will be. */
  joined(): Generator<{ readonly threadId: string; readonly wording: string; readonly item: Item }>;
}

interface Pair {
  readonly before: string;
  readonly after: string;
}

export function openItemChanges(database: Database): ItemChanges {
  const all = <Row>(sql: string) => database.prepare<[], Row>(sql).iterate();
  return {
    *added() {
      const rows = all<{ json: string }>(
        'SELECT json FROM incoming WHERE id NOT IN (SELECT id FROM item) ORDER BY id',
      );
      for (const { json } of rows) yield JSON.parse(json) as Item;
    },
    *changed() {
      const rows = all<Pair>(`
        SELECT item.json AS before, incoming.json AS after FROM incoming JOIN item USING (id)
        WHERE incoming.fingerprint <> item.fingerprint ORDER BY id`);
      for (const { before, after } of rows)
        yield { before: JSON.parse(before) as Item, after: JSON.parse(after) as Item };
    },
    *withdrawn() {
      const rows = all<{ json: string }>(`
        SELECT json FROM item
        WHERE source IN (SELECT name FROM runSource) AND id NOT IN (SELECT id FROM incoming) ORDER BY id`);
      for (const { json } of rows) yield JSON.parse(json) as Item;
    },
    *joined() {
      const rows = all<{ threadId: string; wording: string; json: string; before: string | null }>(`
        SELECT duplicate AS threadId, wording, incoming.json AS json, item.json AS before
        FROM incomingPhrasing JOIN incoming ON incoming.id = incomingPhrasing.item
        LEFT JOIN item ON item.id = incomingPhrasing.item ORDER BY incomingPhrasing.item, duplicate`);
      for (const { threadId, wording, json, before } of rows) {
        const known = before === null ? [] : (JSON.parse(before) as Item).phrasings;
        if (!known.includes(wording)) yield { threadId, wording, item: JSON.parse(json) as Item };
      }
    },
  };
}
