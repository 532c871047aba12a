import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../index/contracts/embedder.js';
import { compareChanged } from '../../index/releases/graph/changed-pairs.js';
import {
  centreOfItems,
  type ItemVectors,
  type Nearness,
  nearPairs,
  SCAN_UP_TO,
} from '../../index/releases/graph/near-pairs.js';
import type { Progress } from '../contracts.js';
import type { EmbeddingModel } from '../releasing/embedding-model.js';
import { sha256 } from '../steps/fingerprint.js';
import type { ComparedItem, ComparedLanguage } from '../store/made/compared-items.js';
import type { UpcomingItems } from '../store/upcoming-items.js';
import type { LikePair } from './contracts.js';
import { type Changed, type ComparedBefore, findChanged } from './find-changed.js';
import { createItemVectorsReader, type ItemVectorsReader } from './item-vectors-reader.js';
import { judgePair, LEAST_NEARNESS } from './judge-pair.js';

/** What reads texts in a run. */
export interface OpenedModel {
  readonly embedder: Embedder;
  readonly model: EmbeddingModel;
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
  const reader = createItemVectorsReader(opened.model);
  const changed = await findChanged(items, before, reader);
  return changed
    ? compareWhatChanged(items, changed, opened, before, reader, progress)
    : compareAll(items, opened, before, reader, progress);
}

/** A graph for each large language; names do not come back, so that a run that is killed leaves the old ones whole. */
function newFile(language: string): string {
  return `${sha256(language).slice(0, 12)}-${process.pid}-${Date.now()}.hnsw`;
}

async function compareAll(
  items: UpcomingItems,
  { embedder }: OpenedModel,
  { items: kept, making, folder }: ComparedBefore,
  { read, embedded }: ItemVectorsReader,
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

async function compareWhatChanged(
  items: UpcomingItems,
  { large, small, known, isKnown, gone, others }: Changed,
  { embedder }: OpenedModel,
  { items: kept, pairs: before, making, folder }: ComparedBefore,
  { read, embedded }: ItemVectorsReader,
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
    if (change.gone.length === 0 && change.changed.length === 0) {
      graphs.push({ ...change.graph, language: change.language });
      continue;
    }
    const found = await compareChanged(change, {
      folder,
      file: newFile(change.language),
      vectorsOf,
      least: LEAST_NEARNESS,
      known: known.get(change.language) ?? new Map(),
    });
    const { language, graph, changed } = change;
    graphs.push({ ...found.graph, language });
    for (const [at, { id, fingerprint }] of changed.entries())
      compared.push({ id, fingerprint, language, label: graph.used + at });
    for (const { ids, ...nearness } of found.pairs) take(ids, nearness);
  }
  for (const ids of small.values()) {
    const found: { id: string; vectors: ItemVectors }[] = [];
    for (const id of ids) {
      const vectors = await vectorsOf(id);
      if (vectors) found.push({ id, vectors });
    }
    const vectors = found.map((one) => one.vectors);
    const centre = centreOfItems(vectors, embedder.meanVector);
    // Of so few no graph is written.
    for await (const { left, right, ...nearness } of nearPairs(vectors, centre, '', LEAST_NEARNESS))
      take([found[left]?.id ?? '', found[right]?.id ?? ''], nearness);
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
