import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { Database } from '../../../../index/platform/database.js';
import type { LikePair } from '../../../../ingest/joining/contracts.js';
import { findLikeThreads } from '../../../../ingest/joining/find-like-threads.js';
import { openEmbeddingModel } from '../../../../ingest/releasing/embedding-model.js';
import { quietProgress } from '../../../../ingest/reports/quiet-progress.js';
import { fingerprint } from '../../../../ingest/steps/fingerprint.js';
import { openComparedItems } from '../../../../ingest/store/made/compared-items.js';
import { openIngestDatabase } from '../../../../ingest/store/open-ingest-database.js';
import type { UpcomingItems } from '../../../../ingest/store/upcoming-items.js';
import { exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

/** Beyond a thousand, so that a graph is kept. */
const THREADS = 1_010;

let folder: string;
let database: Database;
let embedder: ReturnType<typeof createFakeEmbedder>;
let pairs: readonly LikePair[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  database = openIngestDatabase(join(folder, 'ingest.sqlite'));
  embedder = createFakeEmbedder();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function upcoming(items: readonly Item[]): UpcomingItems {
  const byId = new Map([...items].sort((a, b) => (a.id < b.id ? -1 : 1)).map((item) => [item.id, item]));
  return {
    all: () => byId.values(),
    find: (id: string) => byId.get(id) ?? null,
    prints: () => [...byId.values()].map((item) => ({ id: item.id, fingerprint: fingerprint(item) })),
    count: () => byId.size,
  } as unknown as UpcomingItems;
}

/** Compares a community and keeps what was found, as a run does; tells the texts that were looked at. */
async function compare(items: readonly Item[]): Promise<string> {
  const seen: string[] = [];
  const model = openEmbeddingModel(database, embedder);
  const watched = { ...model, vectors: { ...model.vectors, get: noted(model.vectors.get, seen) } };
  const kept = openComparedItems(database);
  const before = { items: kept, pairs, making: 'fake', folder: join(folder, 'joining') };
  const found = await findLikeThreads(upcoming(items), { embedder, model: watched }, before, quietProgress);
  found.keep();
  pairs = found.pairs;
  return seen.length > items.length ? 'all' : 'what changed';
}

function noted<Arguments extends unknown[], Result>(call: (...words: Arguments) => Result, seen: string[]) {
  return (...words: Arguments) => {
    seen.push(String(words[1]));
    return call(...words);
  };
}

function thread(number: number, asked = `lamp ${number}`, language = 'en'): Item {
  return exampleItem({
    id: `${language}:${number}`,
    language,
    question: `When do I hang the ${asked} in the garden outside?`,
    answer: `Hang the ${asked} in the garden outside when the frost of the winter is over.`,
  });
}

const community = Array.from({ length: THREADS }, (_, number) => thread(number));
const like = (...ids: [string, string]) => expect.objectContaining({ kind: 'duplicate', ids });

it('compares what changed with all others, keeps what was found of those that stay, and begins anew without a graph', async () => {
  const dutch = [thread(1, 'tulp', 'nl'), thread(2, 'roos', 'nl')];
  const twin = { ...thread(5), id: 'en:twin' };
  expect(await compare([...community, ...dutch, twin])).toBe('all');
  expect(pairs).toContainEqual(like('en:5', 'en:twin'));

  const edited = community.map((item, at) => (at === 7 ? { ...thread(8), id: 'en:7' } : item));
  const again = [...edited, ...dutch, thread(3, 'tulp', 'nl'), twin, { ...thread(9), id: 'en:new' }];
  expect(await compare(again)).toBe('what changed');
  expect(pairs).toContainEqual(like('en:5', 'en:twin'));
  expect(pairs).toContainEqual(like('en:7', 'en:8'));
  expect(pairs).toContainEqual(like('en:9', 'en:new'));
  expect(pairs).toContainEqual(like('nl:1', 'nl:3'));

  // What is gone is like nothing any more.
  expect(await compare(again.filter(({ id }) => id !== 'en:8' && id !== 'en:twin'))).toBe('what changed');
  expect(pairs.flatMap(({ ids }) => ids)).not.toContain('en:8');
  expect(pairs.flatMap(({ ids }) => ids)).not.toContain('en:twin');
  expect(readdirSync(join(folder, 'joining'))).toHaveLength(1);

  rmSync(join(folder, 'joining'), { recursive: true });
  expect(await compare([...community, thread(4_000)])).toBe('all');
}, 60_000);
