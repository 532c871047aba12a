import type { Item } from '../contracts/items.js';
import { type ErasureLedger, ledgerMark, openErasureLedger } from '../learning/erasure-ledger.js';
import type { OpenRelease } from '../releases/open-release.js';

/** Wordings of a release that nobody is to meet any more: people they came from were erased after it was built. */
export interface HiddenWordings {
  isHidden(wording: number): boolean;
  /** The item without them. */
  without(item: Item): Item;
}

const NONE: HiddenWordings = { isHidden: () => false, without: (item) => item };

/**
 * Looks into the ledger of erasures of a folder, whenever that has changed.
 * @param runtimeDirectory null where nothing is hidden
 */
export function createHiddenWordings(
  runtimeDirectory: string | null,
): (release: OpenRelease) => HiddenWordings {
  let mark = '';
  let releaseId = '';
  let hidden = NONE;
  return (release) => {
    if (runtimeDirectory === null) return NONE;
    const now = ledgerMark(runtimeDirectory);
    const { id } = release.manifest;
    if (now === mark && id === releaseId) return hidden;
    [mark, releaseId] = [now, id];
    hidden = now === '' ? NONE : findHidden(release, openErasureLedger(runtimeDirectory));
    return hidden;
  };
}

/** Only items of which wordings were erased are read: there are few. */
function findHidden(release: OpenRelease, ledger: ErasureLedger): HiddenWordings {
  const wordings = new Set<number>();
  const items = new Set<string>();
  for (const itemId of ledger.itemsWithWordings()) {
    const number = release.numberOf(itemId);
    if (number === null) continue;
    const first = release.index.firstWordingOfItem[number] ?? 0;
    for (const [place, phrasing] of release.itemAt(number).phrasings.entries()) {
      if (!ledger.isWordingErased(itemId, phrasing)) continue;
      // The item's own question stands first.
      wordings.add(first + 1 + place);
      items.add(itemId);
    }
  }
  if (items.size === 0) return NONE;
  return {
    isHidden: (wording) => wordings.has(wording),
    without: (item) =>
      items.has(item.id)
        ? {
            ...item,
            phrasings: item.phrasings.filter((phrasing) => !ledger.isWordingErased(item.id, phrasing)),
          }
        : item,
  };
}
