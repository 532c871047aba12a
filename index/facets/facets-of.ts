import type { Item } from '../contracts/items.js';
import type { Facet } from './contracts.js';
import { kindOf } from './kind-of.js';

/** So many topics of an item count, and so much of each. */
const MOST_TOPICS = 30;
const LONGEST = 100;

/** What an item is found under. Values are as `facetValue` writes them. */
export function facetsOf(item: Item): (readonly [Facet, string])[] {
  const { isOfficial, category, tags, product, question, language } = item;
  const topics = [...(category === undefined ? [] : [category]), ...tags].slice(0, MOST_TOPICS);
  return [
    ...(isOfficial ? [['official', 'yes'] as const] : []),
    ...topics.map((topic) => ['topic', facetValue(topic)] as const),
    ...(product === undefined ? [] : [['product', facetValue(product)] as const]),
    ['kind', kindOf(question)],
    ['language', facetValue(language)],
  ];
}

/** A value as it is compared: in lower case, without blanks around or in a row. */
export function facetValue(written: string): string {
  return written.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
