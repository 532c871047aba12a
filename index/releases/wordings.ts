import type { Item } from '../contracts.js';
import type { Database } from '../platform/database.js';
import type { OwnWording } from '../search/own-questions.js';
import type { SearchIndex } from '../search/search-index.js';

/** Reads the texts behind the numbers of a search index. */
export interface Wordings {
  wordingAt(wording: number): OwnWording;
  languageOf(item: number): string;
  idOf(item: number): string;
  /** The number of an item; null when it is not in the release. */
  numberOf(id: string): number | null;
}

export function createWordings(
  database: Database,
  { itemOfWording, firstWordingOfItem }: Pick<SearchIndex, 'itemOfWording' | 'firstWordingOfItem'>,
): Wordings {
  const jsonOf = database.prepare<[number], string>('SELECT json FROM items WHERE number = ?').pluck();
  const numberOf = database.prepare<[string], number>('SELECT number FROM items WHERE id = ?').pluck();
  const idOf = database.prepare<[number], string>('SELECT id FROM items WHERE number = ?').pluck();
  const languages = database
    .prepare<[], string>(`SELECT json ->> 'language' FROM items ORDER BY number`)
    .pluck()
    .all();
  return {
    wordingAt(wording) {
      const number = itemOfWording[wording] ?? 0;
      const item = JSON.parse(jsonOf.get(number) ?? '{}') as Item;
      const place = wording - (firstWordingOfItem[number] ?? 0);
      return { text: [item.question, ...item.phrasings][place] ?? '', language: item.language };
    },
    languageOf: (item) => languages[item] ?? '',
    idOf: (item) => idOf.get(item) ?? '',
    numberOf: (id) => numberOf.get(id) ?? null,
  };
}
