import type { Item } from '../contracts/items.js';
import type { Facet } from './contracts.js';

/** What an item is found under. */
export function facetsOf({ isOfficial }: Item): (readonly [Facet, string])[] {
  return isOfficial ? [['official', 'yes']] : [];
}
