import type { ContentEdits, KeptEdit } from '../../index/contracts/content-edits.js';
import type { Item } from '../../index/contracts/items.js';
import { fingerprint, sha256 } from '../steps/fingerprint.js';
import { withPhrasings } from '../steps/with-phrasings.js';
import type { UpcomingItems } from '../store/upcoming-items.js';

/** Of an answer that the company calls outdated so much is doubted. */
const OUTDATED = 1;

/**
 * The items with what content people changed about them: hidden ones are not there, others say what the company wants. What sources give
 * is kept without it, so that an edit that is taken back leaves nothing behind, and one that stands survives whatever a source does.
 */
export function withEdits(items: UpcomingItems, edits: Pick<ContentEdits, 'all'>): UpcomingItems {
  const kept = new Map(edits.all().map((edit) => [edit.itemId, edit]));
  const isTold = (id: string) => kept.get(id)?.isHidden !== true;
  if (kept.size === 0) return items;

  function told(item: Item): Item {
    const edit = kept.get(item.id);
    return edit ? withEdit(item, edit) : item;
  }

  function find(id: string): Item | null {
    const item = isTold(id) ? items.find(id) : null;
    return item && told(item);
  }

  return {
    ...items,
    find,
    names: () => items.names().filter(({ id }) => isTold(id)),
    prints: () =>
      items.prints().flatMap((print) => {
        if (!isTold(print.id)) return [];
        const item = kept.has(print.id) ? find(print.id) : null;
        return [item ? { id: print.id, fingerprint: fingerprint(item) } : print];
      }),
    count: (source) =>
      items.names().filter((name) => isTold(name.id) && (source === undefined || name.source === source))
        .length,
    *all() {
      for (const item of items.all()) if (isTold(item.id)) yield told(item);
    },
    contentHash(making) {
      const edited = [...kept.keys()].sort().map((id) => [id, kept.get(id)?.at]);
      return sha256(JSON.stringify([items.contentHash(making), edited]));
    },
  };
}

/** An item as the company wants it told; who wrote the answer of the source stays its author. */
function withEdit(item: Item, edit: KeptEdit): Item {
  const { answer, phrasings, isOutdated, isPinned, company, at } = edit;
  // First, so that a thread with many duplicates does not push them out.
  const worded = phrasings.length === 0 ? item : withPhrasings({ ...item, phrasings }, item.phrasings);
  return {
    ...(answer === null ? worded : withAnswer(worded, { answer, by: company, at })),
    ...(isOutdated ? { isOutdated, doubt: OUTDATED } : {}),
    ...(isPinned ? { isPinned } : {}),
  };
}

/** With another answer: what stood beside the one of the source was about that. */
function withAnswer(item: Item, { answer, by, at }: { answer: string; by: string; at: string }): Item {
  const {
    earlier: _earlier,
    whatChanged: _whatChanged,
    additions: _additions,
    isShortened: _isShortened,
    ...rest
  } = item;
  return { ...rest, answer, edited: { by, at, original: item.answer } };
}
