import type { Database } from '../platform/database.js';
import type { OwnWording } from '../search/confidence/own-questions.js';
import type { SearchIndex } from '../search/search-index.js';
import { createItemReader, type ItemReader } from './item-reader.js';

/** Reads the texts behind the numbers of a search index. */
interface WordingReader extends Pick<ItemReader, 'numberOf'> {
  wordingAt(wording: number): OwnWording;
  languageOf(item: number): string;
  idOf(item: number): string;
}

export function createWordingReader(
  database: Database,
  { itemOfWording, firstWordingOfItem }: Pick<SearchIndex, 'itemOfWording' | 'firstWordingOfItem'>,
): WordingReader {
  const { itemAt, numberOf } = createItemReader(database);
  const inOrder = (what: string) =>
    database.prepare<[], string>(`SELECT ${what} FROM items ORDER BY number`).pluck().all();
  const [ids, languages] = [inOrder('id'), inOrder(`json ->> 'language'`)];
  return {
    wordingAt(wording) {
      const number = itemOfWording[wording] ?? 0;
      const item = itemAt(number);
      const place = wording - (firstWordingOfItem[number] ?? 0);
      return {
        text: [item.question, ...item.phrasings, ...(item.asked ?? [])][place] ?? '',
        language: item.language,
      };
    },
    languageOf: (item) => languages[item] ?? '',
    idOf: (item) => ids[item] ?? '',
    numberOf,
  };
}
