import type { SearchFilter } from '../contracts/filters.js';
import { BoundedMap } from '../platform/bounded-map.js';
import type { Facet } from './contracts.js';
import type { FacetTable } from './facet-table.js';
import { facetValue } from './facets-of.js';

/** The items that a filter allows. */
export interface AllowedItems {
  /** Their numbers, ascending. */
  readonly numbers: Uint32Array;
  has(item: number): boolean;
}

/** So many filters are kept worked out: a company has some dozen. */
const KEPT = 64;

/**
 * Works out the items that filters allow, each filter once.
 * @param items how many the release holds
 */
export function createAllowedItems(
  facets: FacetTable,
  items: number,
): (filter: SearchFilter) => AllowedItems | null {
  const known = new BoundedMap<string, AllowedItems>(KEPT);
  return (filter) => {
    const wanted = wantedBy(filter);
    if (wanted.length === 0) return null;
    const key = JSON.stringify(wanted);
    const found = known.get(key) ?? workOut(wanted, facets, items);
    known.set(key, found);
    return found;
  };
}

type Wanted = readonly (readonly [Facet, readonly string[]])[];

function wantedBy({ topics, products, kinds, languages }: SearchFilter): Wanted {
  const lists: readonly (readonly [Facet, readonly string[] | undefined])[] = [
    ['topic', topics],
    ['product', products],
    ['kind', kinds],
    ['language', languages],
  ];
  return lists.flatMap(([facet, values]) =>
    values === undefined ? [] : [[facet, [...new Set(values.map(facetValue))].sort()] as const],
  );
}

function workOut(wanted: Wanted, facets: FacetTable, items: number): AllowedItems {
  const met = new Uint8Array(items);
  wanted.forEach(([facet, values], place) => {
    for (const value of values) {
      // One that has two of the values counts once, and only where it met all lists before.
      for (const number of facets.itemsWith(facet, value)) if (met[number] === place) met[number] = place + 1;
    }
  });
  const numbers: number[] = [];
  met.forEach((lists, number) => {
    if (lists === wanted.length) numbers.push(number);
  });
  return { numbers: Uint32Array.from(numbers), has: (item) => met[item] === wanted.length };
}
