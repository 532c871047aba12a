import { type ItemsChange, isLittle, MOST_CHANGED } from '../../index/releases/graph/changed-pairs.js';
import { SCAN_UP_TO } from '../../index/releases/graph/near-pairs.js';
import type { ComparedItem, ComparedItems } from '../store/made/compared-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { LikePair } from './contracts.js';
import type { ItemVectorsReader } from './item-vectors-reader.js';

/** What was compared in the last run. */
export interface ComparedBefore {
  readonly items: ComparedItems;
  /** Empty where what was found is not known any more. */
  readonly pairs: readonly LikePair[];
  /** Tells this way of comparing from others. */
  readonly making: string;
  /** Folder of the graphs; made where it is needed. */
  readonly folder: string;
}

/** An item that is new or has changed. */
type FreshItem = ItemsChange['changed'][number] & Pick<ComparedItem, 'fingerprint'>;

interface LanguageChange extends ItemsChange {
  readonly language: string;
  readonly changed: readonly FreshItem[];
}

/** What changed since the last comparison, by language. */
export interface Changed {
  /** Those with a graph. */
  readonly large: readonly LanguageChange[];
  /** Those of few items, of which some changed: all ids of each. */
  readonly small: ReadonlyMap<string, readonly string[]>;
  /** Items that are as they were, by language and label. */
  readonly known: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly isKnown: ReadonlySet<string>;
  readonly gone: readonly string[];
  /** Changed items without a label. */
  readonly others: readonly ComparedItem[];
}

/** Null where all must be compared: before the first time, and where much changed. */
export async function findChanged(
  items: UpcomingItems,
  { items: kept, making, folder }: ComparedBefore,
  { read }: ItemVectorsReader,
): Promise<Changed | null> {
  const graphs = kept.languages(making);
  if (!graphs) return null;
  const before = kept.all();
  const prints = items.prints();
  const fresh = prints.filter(({ id, fingerprint }) => before.get(id)?.fingerprint !== fingerprint);
  if (fresh.length > MOST_CHANGED * prints.length) return null;
  const freshIds = new Set(fresh.map(({ id }) => id));
  const isKnown = new Set(prints.flatMap(({ id }) => (freshIds.has(id) ? [] : [id])));
  const changed = lists<FreshItem>();
  const small = lists<string>();
  const others: ComparedItem[] = [];
  for (const { id, fingerprint } of fresh) {
    const item = items.find(id);
    const vectors = item && (await read(item));
    const language = vectors ? item.language : '';
    if (vectors && graphs.has(language)) changed.add(language, { id, fingerprint, vectors });
    else others.push({ id, fingerprint, language, label: null });
    if (vectors && !graphs.has(language)) small.add(language, id);
  }
  const known = new Map([...graphs.keys()].map((language) => [language, new Map<number, string>()]));
  const goneLabels = lists<number>();
  for (const { id, language, label } of before.values()) {
    if (label === null) {
      if (isKnown.has(id) && small.get(language).length > 0) small.add(language, id);
    } else if (isKnown.has(id)) known.get(language)?.set(label, id);
    else goneLabels.add(language, label);
  }
  const large = [...graphs.values()].map((graph): LanguageChange => {
    const { language } = graph;
    const total = (known.get(language)?.size ?? 0) + changed.get(language).length;
    return { language, graph, items: total, gone: goneLabels.get(language), changed: changed.get(language) };
  });
  const hasGrown = [...small.all().values()].some((ids) => ids.length > SCAN_UP_TO);
  if (hasGrown || !large.every((language) => isLittle(language, folder))) return null;
  const gone = [...before.keys()].filter((id) => !isKnown.has(id));
  return { large, small: small.all(), known, isKnown, gone, others };
}

function lists<Entry>() {
  const all = new Map<string, Entry[]>();
  return {
    add(key: string, entry: Entry) {
      const list = all.get(key);
      if (list) list.push(entry);
      else all.set(key, [entry]);
    },
    get: (key: string): readonly Entry[] => all.get(key) ?? [],
    all: (): ReadonlyMap<string, readonly Entry[]> => all,
  };
}
