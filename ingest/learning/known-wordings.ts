import type { Item, Language } from '../../index/contracts/items.js';
import { wordingKey } from '../../index/learning/wording-key.js';

/** What the community itself asks. */
export interface KnownWordings {
  hasItem(itemId: string): boolean;
  /** The language of an item; null where there is no such item. */
  languageOf(itemId: string): Language | null;
  /** Ids of the items that have a wording as question or phrasing. @param key one of those looked for */
  ownersOf(key: string): ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Goes through all items once.
 * @param keys the wordings to look for, as `wordingKey` gives them
 */
export function findKnownWordings(items: Iterable<Item>, keys: Iterable<string>): KnownWordings {
  const languages = new Map<string, Language>();
  const owners = new Map([...keys].map((key) => [key, new Set<string>()]));
  for (const { id, question, phrasings, language } of items) {
    languages.set(id, language);
    for (const wording of [question, ...phrasings]) owners.get(wordingKey(wording))?.add(id);
  }
  return {
    hasItem: (id) => languages.has(id),
    languageOf: (id) => languages.get(id) ?? null,
    ownersOf: (key) => owners.get(key) ?? NOBODY,
  };
}
