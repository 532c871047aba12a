import type { Item } from '../../index/contracts/items.js';
import { fingerprint, sha256 } from '../steps/fingerprint.js';
import type { UpcomingItems } from './upcoming-items.js';

/** What is laid over items and leaves nothing behind when it is taken away. */
interface ItemLayer {
  /** Whether the item of an id is there. */
  isTold(id: string): boolean;
  /** Whether one that is there is told otherwise than it was. */
  isChanged(id: string): boolean;
  /** A changed item as it is told. */
  told(item: Item): Item;
  /** Tells one state of the layer from another; what JSON can write. */
  readonly sign: () => unknown;
}

/** The items as a layer over them tells them; what is kept of sources stays as it is. */
export function layeredItems(
  items: UpcomingItems,
  { isTold, isChanged, told, sign }: ItemLayer,
): UpcomingItems {
  const asTold = (item: Item) => (isChanged(item.id) ? told(item) : item);
  const find = (id: string) => {
    const item = isTold(id) ? items.find(id) : null;
    return item && asTold(item);
  };
  return {
    ...items,
    find,
    names: () => items.names().filter(({ id }) => isTold(id)),
    prints: () =>
      items.prints().flatMap((print) => {
        if (!isTold(print.id)) return [];
        const item = isChanged(print.id) ? find(print.id) : null;
        return [item ? { id: print.id, fingerprint: fingerprint(item) } : print];
      }),
    count: (source) =>
      items.names().filter((name) => isTold(name.id) && (source === undefined || name.source === source))
        .length,
    *all() {
      for (const item of items.all()) if (isTold(item.id)) yield asTold(item);
    },
    contentHash: (making) => sha256(JSON.stringify([items.contentHash(making), sign()])),
  };
}
