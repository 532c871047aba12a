import type { Item } from '../../index/contracts/items.js';
import { layeredItems } from '../store/layered-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { Freshness, FreshnessEvidence } from './contracts.js';
import { judgeFreshness } from './judge-freshness.js';
import { productOf } from './products-named.js';

/**
 * The items with what speaks against their answers still holding: they are believed less, at most as much less as one that another
 * answer contradicts, and customers are told why. Where products are listed, each item names the one that it is about. What sources give is kept without it.
 */
export function withFreshness(items: UpcomingItems, evidence: FreshnessEvidence): UpcomingItems {
  const stale = new Map<string, Freshness>();
  const products = new Map<string, string>();
  for (const item of items.all()) {
    const freshness = judgeFreshness(item, evidence);
    if (freshness.staleness > 0) stale.set(item.id, freshness);
    const product = productOf(item, evidence.products);
    if (product !== null) products.set(item.id, product);
  }
  if (stale.size + products.size === 0) return items;
  return layeredItems(items, {
    isTold: () => true,
    isChanged: (id) => stale.has(id) || products.has(id),
    told(item) {
      const [freshness, product] = [stale.get(item.id), products.get(item.id)];
      const named = product === undefined ? item : { ...item, product };
      return freshness ? withStaleness(named, freshness) : named;
    },
    sign: () => ({
      stale: [...stale].sort(([left], [right]) => (left < right ? -1 : 1)),
      products: [...products].sort(([left], [right]) => (left < right ? -1 : 1)),
    }),
  });
}

function withStaleness(item: Item, { staleness, because, product }: Freshness): Item {
  if (because === null) return item;
  return {
    ...item,
    doubt: Math.max(item.doubt ?? 0, staleness),
    stale: { because, ...(because === 'product-ended' && product !== null ? { product } : {}) },
  };
}
