import type { ContentEdits, KeptEdit } from '../../index/contracts/content-edits.js';
import type { Item } from '../../index/contracts/items.js';
import { withPhrasings } from '../steps/with-phrasings.js';
import { layeredItems } from '../store/layered-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';

/** Of an answer that the company calls outdated so much is doubted. */
const OUTDATED = 1;

/**
 * The items with what content people changed about them: hidden ones are not there, others say what the company wants. What sources give
 * is kept without it, so that an edit that is taken back leaves nothing behind, and one that stands survives whatever a source does.
 */
export function withEdits(items: UpcomingItems, edits: Pick<ContentEdits, 'all'>): UpcomingItems {
  const kept = new Map(edits.all().map((edit) => [edit.itemId, edit]));
  if (kept.size === 0) return items;
  return layeredItems(items, {
    isTold: (id) => kept.get(id)?.isHidden !== true,
    isChanged: (id) => kept.has(id),
    told(item) {
      const edit = kept.get(item.id);
      return edit ? withEdit(item, edit) : item;
    },
    sign: () => [...kept.keys()].sort().map((id) => [id, kept.get(id)?.at]),
  });
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
    laterDoubts: _laterDoubts,
    ...rest
  } = item;
  return { ...rest, answer, edited: { by, at, original: item.answer } };
}
