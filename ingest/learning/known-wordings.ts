import type { Item } from '../../index/contracts.js';
import { wordingKey } from '../../index/knowledge-base.js';

/** What the community itself asks. */
export interface KnownWordings {
  hasItem(itemId: string): boolean;
  /** Ids of the items that have a wording as question or phrasing. @param key one of those looked for */
  ownersOf(key: string): ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Goes through all items once.
 * @param keys the wordings to look for, as `wordingKey` gives them
 */
export function findKnownWordings(items: Iterable<Item>, keys: Iterable<string>): KnownWordings {
  const ids = new Set<string>();
  const owners = new Map([...keys].map((key) => [key, new Set<string>()]));
  for (const { id, question, phrasings } of items) {
    ids.add(id);
    for (const wording of [question, ...phrasings]) owners.get(wordingKey(wording))?.add(id);
  }
  return { hasItem: (id) => ids.has(id), ownersOf: (key) => owners.get(key) ?? NOBODY };
}
