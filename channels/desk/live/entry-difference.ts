import type { DeskEntry } from '../../../bot/contracts/desk.js';
import type { EntryDifference, EntryPlace } from '../contracts.js';

/** The rows as they were told last. Kept in place: a copy of all rows with each change would be most of what the desk allocates. */
export interface ToldEntries {
  /**
   * What a page that knows the rows told last must hear to know these: rows that are new or other than they were, ids of rows
   * that are gone, and where the rows stand that are new or have moved. As few rows move as can be: those stay that keep
   * their order (a longest increasing subsequence). A row that is the very object that was told is not looked at.
   */
  next(entries: readonly DeskEntry[]): EntryDifference;
}

interface ToldRow {
  entry: DeskEntry;
  json: string;
}

export function createToldEntries(): ToldEntries {
  const told = new Map<string, ToldRow>();
  let order: readonly string[] = [];

  /** Takes a row as told; returns whether a page knows it otherwise, or not at all. */
  function take(entry: DeskEntry): boolean {
    const before = told.get(entry.conversationId);
    if (before?.entry === entry) return false;
    const json = JSON.stringify(entry);
    if (before === undefined) {
      told.set(entry.conversationId, { entry, json });
      return true;
    }
    before.entry = entry;
    if (before.json === json) return false;
    before.json = json;
    return true;
  }

  return {
    next(entries) {
      const rows = entries.filter(take);
      const hasOrder =
        entries.length === order.length &&
        entries.every(({ conversationId }, index) => conversationId === order[index]);
      if (hasOrder) return { rows, gone: [], places: [] };
      const before = order;
      order = entries.map(({ conversationId }) => conversationId);
      const ids = new Set(order);
      const gone = before.filter((id) => !ids.has(id));
      for (const id of gone) told.delete(id);
      return { rows, gone, places: placesOf(before, order) };
    },
  };
}

/** Where the rows stand that are new or have moved. */
function placesOf(before: readonly string[], after: readonly string[]): EntryPlace[] {
  const staying = idsThatStay(before, after);
  return after.flatMap((id, index) => (staying.has(id) ? [] : [{ id, after: after[index - 1] ?? null }]));
}

export function isEmpty({ rows, gone, places }: EntryDifference): boolean {
  return rows.length === 0 && gone.length === 0 && places.length === 0;
}

/** Of the ids of both orders, as many as keep their order among each other. */
function idsThatStay(before: readonly string[], after: readonly string[]): Set<string> {
  const placeBefore = new Map(before.map((id, index) => [id, index]));
  const common = after.flatMap((id) => {
    const place = placeBefore.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  // Patience sorting: `ends[k]` is the one with the smallest place at which an increasing row of k + 1 ends.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  common.forEach(({ place }, index) => {
    const length = firstAtLeast(ends, (end) => (common[end]?.place ?? 0) >= place);
    previous.push(ends[length - 1]);
    ends[length] = index;
  });
  const staying = new Set<string>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const id = common[at]?.id;
    if (id !== undefined) staying.add(id);
  }
  return staying;
}

/** The first index for which `isReached` holds; the length where it never does. It holds for all behind the first. */
function firstAtLeast(list: readonly number[], isReached: (value: number) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(list[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
