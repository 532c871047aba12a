import type { DeskEntry } from '../../../bot/contracts/desk.js';
import type { EntryDifference, EntryPlace } from '../contracts.js';

/** Rows as they were told last: the order of their ids, and each as JSON. */
export interface ToldEntries {
  readonly order: readonly string[];
  readonly rows: ReadonlyMap<string, string>;
}

export const NOTHING_TOLD: ToldEntries = { order: [], rows: new Map() };

export function toldEntries(entries: readonly DeskEntry[]): ToldEntries {
  return {
    order: entries.map((entry) => entry.conversationId),
    rows: new Map(entries.map((entry) => [entry.conversationId, JSON.stringify(entry)])),
  };
}

/**
 * What a page that knows `before` must hear to know `after`: rows that are new or other than they were, ids of rows that are
 * gone, and where the rows stand that are new or have moved. As few rows move as can be: those stay that keep their order
 * (a longest increasing subsequence).
 */
export function differenceOf(
  before: ToldEntries,
  after: ToldEntries,
  entries: readonly DeskEntry[],
): EntryDifference {
  const rows = entries.filter(
    ({ conversationId }) => before.rows.get(conversationId) !== after.rows.get(conversationId),
  );
  const gone = before.order.filter((id) => !after.rows.has(id));
  const staying = idsThatStay(before.order, after.order);
  const places: EntryPlace[] = after.order.flatMap((id, index) =>
    staying.has(id) ? [] : [{ id, after: after.order[index - 1] ?? null }],
  );
  return { rows, gone, places };
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
