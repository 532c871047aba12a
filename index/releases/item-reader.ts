import type { AnswerTree } from '../answers/answer-tree.js';
import type { Item } from '../contracts/items.js';
import type { Database } from '../platform/database.js';

/** Reads the items of a release. */
export interface ItemReader {
  itemAt(number: number): Item;
  /** Its answer as a tree: read at once, as the release may be closed before it is shown, and made when it is asked for. */
  treeAt(number: number): () => AnswerTree;
  /** The number of an item; null when it is not in the release. */
  numberOf(id: string): number | null;
}

/** @param database `items.sqlite` of a release, which must stay open as long as the reader is used */
export function createItemReader(database: Database): ItemReader {
  const jsonOf = database.prepare<[number], string>('SELECT json FROM items WHERE number = ?').pluck();
  const treeOf = database.prepare<[number], string>('SELECT tree FROM items WHERE number = ?').pluck();
  const numberOf = database.prepare<[string], number>('SELECT number FROM items WHERE id = ?').pluck();
  return {
    itemAt: (number) => JSON.parse(jsonOf.get(number) ?? 'null') as Item,
    treeAt(number) {
      const json = treeOf.get(number) ?? '[]';
      return () => JSON.parse(json) as AnswerTree;
    },
    numberOf: (id) => numberOf.get(id) ?? null,
  };
}
