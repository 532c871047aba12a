import { sha256 } from '../steps/fingerprint.js';
import { withPhrasings } from '../steps/with-phrasings.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { Learning } from './open-learning.js';

/**
 * The items of a run with the wordings that join them, behind the community's own phrasings. What the sources gave is
 * kept without them: a wording that is dropped again leaves nothing behind.
 */
export function withLearned(items: UpcomingItems, { wordings, labels }: Learning): UpcomingItems {
  return {
    ...items,
    *all() {
      for (const item of items.all()) {
        const more = wordings.get(item.id);
        yield more ? withPhrasings(item, more) : item;
      }
    },
    contentHash(making) {
      const hash = items.contentHash(making);
      const learned = [...wordings].sort(([a], [b]) => (a < b ? -1 : 1));
      return learned.length + labels.length === 0 ? hash : sha256(JSON.stringify([hash, learned, labels]));
    },
  };
}
