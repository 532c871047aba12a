import type { Database } from '../../../index/platform/database.js';
import type { NearGraph } from '../../../index/releases/graph/changed-pairs.js';

/** An item as it was compared with the others. */
export interface ComparedItem {
  readonly id: string;
  readonly fingerprint: string;
  readonly language: string;
  /** In the graph of its language; null for an item that is like none, or of a language without a graph. */
  readonly label: number | null;
}

/** The graph over the items of a language. */
export interface ComparedLanguage extends NearGraph {
  readonly language: string;
}

/** Which items were compared last, so that only what changed is compared with the others. */
export interface ComparedItems {
  /** Graphs by language; null where nothing was compared in this way. */
  languages(making: string): ReadonlyMap<string, ComparedLanguage> | null;
  all(): Map<string, ComparedItem>;
  /** Takes items in place of those with their ids, or of all. */
  put(
    making: string,
    languages: Iterable<ComparedLanguage>,
    items: Iterable<ComparedItem>,
    gone: readonly string[] | 'all',
  ): void;
}

/** @param database `ingest.sqlite` */
export function openComparedItems(database: Database): ComparedItems {
  const graphs = database.prepare<[string], Omit<ComparedLanguage, 'centre'> & { centre: Buffer }>(
    'SELECT language, file, centre, used FROM comparedLanguage WHERE making = ?',
  );
  const all = database.prepare<[], ComparedItem>('SELECT id, fingerprint, language, label FROM comparedItem');
  const insert = database.prepare(
    'INSERT OR REPLACE INTO comparedItem VALUES (@id, @fingerprint, @language, @label)',
  );
  const remove = database.prepare('DELETE FROM comparedItem WHERE id = ?');
  const insertGraph = database.prepare('INSERT INTO comparedLanguage VALUES (?, ?, ?, ?, ?)');
  return {
    languages(making) {
      const rows = graphs.all(making);
      if (rows.length === 0) return null;
      return new Map(
        // Copied, because a view on numbers of four bytes must begin at a multiple of four.
        rows.map((row) => [
          row.language,
          { ...row, centre: new Float32Array(new Uint8Array(row.centre).buffer) },
        ]),
      );
    },
    all: () => new Map(all.all().map((item) => [item.id, item])),
    put(making, languages, items, gone) {
      database.transaction(() => {
        if (gone === 'all') database.exec('DELETE FROM comparedItem');
        else for (const id of gone) remove.run(id);
        for (const item of items) insert.run(item);
        database.exec('DELETE FROM comparedLanguage');
        for (const { language, file, centre, used } of languages)
          insertGraph.run(
            making,
            language,
            file,
            Buffer.from(centre.buffer, centre.byteOffset, centre.byteLength),
            used,
          );
      })();
    },
  };
}
