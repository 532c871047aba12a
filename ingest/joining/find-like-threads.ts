import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { passageText } from '../../index/answers/tree-words.js';
import type { Embedder } from '../../index/contracts/embedder.js';
import type { Item } from '../../index/contracts/items.js';
import {
  centreOfItems,
  type ItemVectors,
  type Nearness,
  nearPairs,
  SCAN_UP_TO,
} from '../../index/releases/near-pairs.js';
import { searchedTree } from '../../index/search/item-texts.js';
import type { Progress } from '../contracts.js';
import { type EmbeddingModel, readOnce } from '../releasing/embedding-model.js';
import { sha256 } from '../steps/fingerprint.js';
import { shownAnswer } from '../steps/shown-answer.js';
import type { ComparedItem, ComparedItems, ComparedLanguage } from '../store/compared-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { VectorKind } from '../store/vector-cache.js';
import { compareChanged, isLittle, type LanguageChange, MOST_CHANGED } from './compare-changed.js';
import type { LikePair } from './contracts.js';
import { judgePair, LEAST_NEARNESS } from './judge-pair.js';

/** What reads texts in a run. */
export interface OpenedModel {
  readonly embedder: Embedder;
  readonly model: EmbeddingModel;
}

/** What was compared in the last run. */
interface ComparedBefore {
  readonly items: ComparedItems;
  /** Empty where what was found is not known any more. */
  readonly pairs: readonly LikePair[];
  /** Tells this way of comparing from others. */
  readonly making: string;
  /** Folder of the graphs; made where it is needed. */
  readonly folder: string;
}

interface LikeThreads {
  readonly pairs: LikePair[];
  /** How many texts were embedded. */
  readonly embedded: number;
  /** Keeps what was compared, for the next run. Called with what keeps the pairs, in one transaction. */
  readonly keep: () => void;
}

/**
 * Finds items of one language that ask the same: with answers that agree, or that cannot both hold. What has no vector yet is
 * embedded and kept. An item without a sentence to show is like none. In large languages of which little changed since the last run
 * only that is compared, with all others; pairs of items that stay are known.
 */
export async function findLikeThreads(
  items: UpcomingItems,
  opened: OpenedModel,
  before: ComparedBefore,
  progress: Progress,
): Promise<LikeThreads> {
  const reader = createReader(opened.model);
  const changed = await findChanged(items, before, reader);
  return changed
    ? compareWhatChanged(items, changed, opened, before, reader, progress)
    : compareAll(items, opened, before, reader, progress);
}

type Reader = ReturnType<typeof createReader>;

function createReader(model: EmbeddingModel) {
  let embedded = 0;
  const vectorOf = async (kind: VectorKind, text: string) => {
    const { reading, isNew } = await readOnce(model, kind, text);
    if (isNew) embedded += 1;
    return reading.vector;
  };
  return {
    /** Null for an item of which nothing is shown. */
    async read(item: Item): Promise<ItemVectors | null> {
      const { tree } = shownAnswer(item.answer);
      if (tree.length === 0) return null;
      const question = await vectorOf('question', item.question);
      const passage = await vectorOf('passage', passageText(item.question, searchedTree(item, tree)));
      return { question, passage };
    },
    embedded: () => embedded,
  };
}

/** A graph for each large language; names do not come back, so that a run that is killed leaves the old ones whole. */
function newFile(language: string): string {
  return `${sha256(language).slice(0, 12)}-${process.pid}-${Date.now()}.hnsw`;
}

async function compareAll(
  items: UpcomingItems,
  { embedder }: OpenedModel,
  { items: kept, making, folder }: ComparedBefore,
  { read, embedded }: Reader,
  progress: Progress,
): Promise<LikeThreads> {
  const byLanguage = new Map<string, { ids: string[]; vectors: ItemVectors[] }>();
  let done = 0;
  progress.begin('comparing threads', items.count());
  for (const item of items.all()) {
    done += 1;
    progress.advance(done);
    const found = await read(item);
    if (!found) continue;
    const { ids, vectors } = byLanguage.get(item.language) ?? { ids: [], vectors: [] };
    ids.push(item.id);
    vectors.push(found);
    byLanguage.set(item.language, { ids, vectors });
  }
  const pairs: LikePair[] = [];
  const graphs: ComparedLanguage[] = [];
  const labels = new Map<string, { language: string; label: number | null }>();
  mkdirSync(folder, { recursive: true });
  for (const [language, { ids, vectors }] of byLanguage) {
    const [centre, file] = [centreOfItems(vectors, embedder.meanVector), newFile(language)];
    for await (const { left, right, ...nearness } of nearPairs(
      vectors,
      centre,
      join(folder, file),
      LEAST_NEARNESS,
    )) {
      const pair = judged([ids[left] ?? '', ids[right] ?? ''], nearness, items);
      if (pair) pairs.push(pair);
    }
    const isLarge = ids.length > SCAN_UP_TO;
    if (isLarge) graphs.push({ language, file, centre, used: ids.length });
    for (const [label, id] of ids.entries()) labels.set(id, { language, label: isLarge ? label : null });
  }
  progress.end();
  const keep = () => {
    // Where no language is large, all are compared each time.
    const compared = graphs.length === 0 ? [] : comparedNow(items, labels);
    kept.put(making, graphs, compared, 'all');
    dropOthers(folder, graphs);
  };
  return { pairs: inOrder(pairs), embedded: embedded(), keep };
}

function* comparedNow(
  items: UpcomingItems,
  labels: ReadonlyMap<string, { language: string; label: number | null }>,
): Generator<ComparedItem> {
  for (const { id, fingerprint } of items.prints()) {
    const { language = '', label = null } = labels.get(id) ?? {};
    yield { id, fingerprint, language, label };
  }
}

/** What changed since the last comparison, by language. */
interface Changed {
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
async function findChanged(
  items: UpcomingItems,
  { items: kept, making, folder }: ComparedBefore,
  { read }: Reader,
): Promise<Changed | null> {
  const graphs = kept.languages(making);
  if (!graphs) return null;
  const before = kept.all();
  const prints = items.prints();
  const fresh = prints.filter(({ id, fingerprint }) => before.get(id)?.fingerprint !== fingerprint);
  if (fresh.length > MOST_CHANGED * prints.length) return null;
  const freshIds = new Set(fresh.map(({ id }) => id));
  const isKnown = new Set(prints.flatMap(({ id }) => (freshIds.has(id) ? [] : [id])));
  const changed = lists<LanguageChange['changed'][number]>();
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

async function compareWhatChanged(
  items: UpcomingItems,
  { large, small, known, isKnown, gone, others }: Changed,
  { embedder }: OpenedModel,
  { items: kept, pairs: before, making, folder }: ComparedBefore,
  { read, embedded }: Reader,
  progress: Progress,
): Promise<LikeThreads> {
  progress.begin('comparing threads', null);
  const pairs = before.filter(({ ids }) => ids.every((id) => isKnown.has(id)));
  const take = (ids: readonly [string, string], nearness: Nearness) => {
    if (ids.every((id) => isKnown.has(id))) return;
    const pair = judged(ids, nearness, items);
    if (pair) pairs.push(pair);
  };
  const graphs: ComparedLanguage[] = [];
  const compared: ComparedItem[] = [...others];
  const vectorsOf = async (id: string) => {
    const item = items.find(id);
    return item && read(item);
  };
  for (const change of large) {
    const found = await compareChanged(change, {
      ...{ folder, file: newFile(change.language), vectorsOf, least: LEAST_NEARNESS },
      known: known.get(change.language) ?? new Map(),
    });
    graphs.push(found.graph);
    compared.push(...found.compared);
    for (const { ids, ...nearness } of found.pairs) take(ids, nearness);
  }
  for (const ids of small.values()) {
    const read: { id: string; vectors: ItemVectors }[] = [];
    for (const id of ids) {
      const vectors = await vectorsOf(id);
      if (vectors) read.push({ id, vectors });
    }
    const vectors = read.map((one) => one.vectors);
    const centre = centreOfItems(vectors, embedder.meanVector);
    // Of so few no graph is written.
    for await (const { left, right, ...nearness } of nearPairs(vectors, centre, '', LEAST_NEARNESS))
      take([read[left]?.id ?? '', read[right]?.id ?? ''], nearness);
  }
  progress.end();
  const keep = () => {
    kept.put(making, graphs, compared, gone);
    dropOthers(folder, graphs);
  };
  return { pairs: inOrder(pairs), embedded: embedded(), keep };
}

function judged(ids: readonly [string, string], nearness: Nearness, items: UpcomingItems): LikePair | null {
  const [left, right] = [...ids].sort() as [string, string];
  const [one, other] = [items.find(left), items.find(right)];
  // An answer that a newer thread overtook is told with that one's words already.
  const isTold = one?.answeredIn === undefined && other?.answeredIn === undefined;
  const judgement = one && other && isTold ? judgePair(one, other, nearness) : null;
  return one && other && judgement ? { ...judgement, ids: [one.id, other.id] } : null;
}

function inOrder(pairs: readonly LikePair[]): LikePair[] {
  return [...pairs].sort((a, b) => (a.ids.join() < b.ids.join() ? -1 : 1));
}

function dropOthers(folder: string, graphs: readonly ComparedLanguage[]): void {
  const needed = new Set(graphs.map(({ file }) => file));
  for (const name of readdirSync(folder)) if (!needed.has(name)) rmSync(join(folder, name), { force: true });
}
