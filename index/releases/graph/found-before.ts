import { openDatabase } from '../../platform/database.js';
import type { OwnLead } from '../../search/confidence/find-leads.js';
import type { NearestOther, TwinLook } from '../../search/twin-likenesses.js';
import { releaseFile } from '../release-files.js';
import { type arrayWriter, readArrays, type StoredArrays } from '../stored-arrays.js';

/** The language of each item, its letters as a number. */
const LANGUAGES = 'twinLanguages';
/** Pairs of an item and one that it is the same as. */
const SAME = 'twinSame';
/** An item, the nearest of another language, and the next of that one plus 1; 0 for none. */
const NEAREST = 'twinNearest';
/** Beside it the cosine and the lead. */
const LEADS = 'twinLeads';
/** An item and the one that comes nearest to its question, and beside it how far it lies before that. */
const LEAD_ITEMS = 'ownLeadItems';
const LEAD_VALUES = 'ownLeads';

/** Keeps what items are like, so that the next release need not look at those that stay. */
export function writeTwinLooks(
  write: ReturnType<typeof arrayWriter>['write'],
  looks: readonly TwinLook[],
  languageOf: (item: number) => string,
): void {
  const nearest = looks.flatMap((look, item) => look.nearest.map((other) => ({ item, other })));
  write(
    LANGUAGES,
    Uint32Array.from(looks, (_, item) => letters(languageOf(item))),
  );
  write(SAME, Uint32Array.from(looks.flatMap(({ same }, item) => same.flatMap((other) => [item, other]))));
  write(NEAREST, Uint32Array.from(nearest.flatMap(({ item, other }) => [item, other.item, other.next + 1])));
  write(LEADS, Float32Array.from(nearest.flatMap(({ other }) => [other.cosine, other.lead])));
}

/** What a release before this one found out about its items, by their numbers in this one. */
interface FoundBefore {
  /** Of each item; null where it is new, has another language, or what it was like is gone. */
  readonly looks: readonly (TwinLook | null)[];
  /** Of items that are still there as they were, with a rival that is. */
  readonly leads: readonly OwnLead[];
}

/**
 * Reads what a release before this one found out about items that are still there with the same vectors, by the labels of its graph,
 * which this one has taken over.
 * @param folder of the release before
 * @param now the arrays of this release, with the labels of its graph
 */
export function readFoundBefore(
  folder: string,
  now: StoredArrays,
  languageOf: (item: number) => string,
): FoundBefore {
  const database = openDatabase(releaseFile(folder, 'items'), { isReadOnly: true });
  try {
    const before = readArrays(database);
    const languages = before.uint32(LANGUAGES);
    const itemByLabel = new Map<number, number>();
    labelsOfItems(now).forEach((label, item) => {
      itemByLabel.set(label, item);
    });
    const labels = labelsOfItems(before);
    // A release of before this was kept knows none.
    const items = Array.from(languages, (language, old) => {
      const item = itemByLabel.get(labels[old] as number) ?? -1;
      return item >= 0 && letters(languageOf(item)) === language ? item : -1;
    });
    const looks = looksAt(before, items, itemByLabel.size);
    const leads = readLeads(before).flatMap(({ item, rival, lead }) => {
      const [here, other] = [items[item] ?? -1, items[rival] ?? -1];
      return here < 0 || other < 0 || !looks[here] ? [] : [{ item: here, rival: other, lead }];
    });
    return { looks, leads };
  } finally {
    database.close();
  }
}

/** Keeps how items fare for their own questions, in the same way. */
export function writeLeads(write: ReturnType<typeof arrayWriter>['write'], leads: readonly OwnLead[]): void {
  write(LEAD_ITEMS, Uint32Array.from(leads.flatMap(({ item, rival }) => [item, rival])));
  write(
    LEAD_VALUES,
    Float32Array.from(leads, ({ lead }) => lead),
  );
}

function readLeads(arrays: StoredArrays): OwnLead[] {
  const items = arrays.uint32(LEAD_ITEMS);
  return Array.from(arrays.float32(LEAD_VALUES), (lead, at) => {
    return { item: items[2 * at] as number, rival: items[2 * at + 1] as number, lead };
  });
}

/** @param items the item of this release for each of that one; -1 for none */
function looksAt(before: StoredArrays, items: readonly number[], size: number): (TwinLook | null)[] {
  const same = new Map<number, number[]>();
  const nearest = new Map<number, NearestOther[]>();
  const isOpen = new Set<number>();
  const pairs = before.uint32(SAME);
  for (let at = 0; at < pairs.length; at += 2) {
    const [old, other] = [pairs[at] as number, items[pairs[at + 1] as number] ?? -1];
    if (other < 0) isOpen.add(old);
    else same.set(old, [...(same.get(old) ?? []), other]);
  }
  const found = before.uint32(NEAREST);
  const leads = before.float32(LEADS);
  for (let row = 0; row < found.length / 3; row++) {
    const old = found[3 * row] as number;
    const item = items[found[3 * row + 1] as number] ?? -1;
    const oldNext = (found[3 * row + 2] as number) - 1;
    const next = oldNext < 0 ? -1 : (items[oldNext] ?? -1);
    const [cosine, lead] = [leads[2 * row] as number, leads[2 * row + 1] as number];
    if (item < 0 || (oldNext >= 0 && next < 0)) isOpen.add(old);
    else nearest.set(old, [...(nearest.get(old) ?? []), { item, cosine, next, lead }]);
  }
  const looks: (TwinLook | null)[] = Array.from({ length: size }, () => null);
  items.forEach((item, old) => {
    if (item < 0 || isOpen.has(old)) return;
    looks[item] = { same: same.get(old) ?? [], nearest: nearest.get(old) ?? [] };
  });
  return looks;
}

/** The label of the first wording of each item. */
function labelsOfItems(arrays: StoredArrays): Uint32Array {
  const labels = arrays.uint32('graphLabels');
  const first = arrays.uint32('firstWordingOfItem');
  // One more than there are items: where the last one ends.
  return first.slice(0, -1).map((wording) => (labels.length === 0 ? wording : (labels[wording] as number)));
}

function letters(language: string): number {
  return [...language.slice(0, 4)].reduce((number, letter) => 256 * number + (letter.charCodeAt(0) & 255), 0);
}
