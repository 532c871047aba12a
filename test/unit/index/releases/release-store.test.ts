import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddedItem, ReleaseStore } from '../../../../index/contracts/releases.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { openRelease } from '../../../../index/releases/open-release.js';
import { embeddedItem, embeddedItems, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, FAKE_DIMENSIONS } from '../../../support/embedding.js';
import { fc, runs } from '../../../support/properties.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ITEMS = embeddedItems([
  ['nl:1', 'Hoe activeer ik mijn simkaart?', 'Zet je telefoon aan.'],
  ['en:1', 'Where is my invoice?', 'In the app.'],
]);
const embedder = createFakeEmbedder();

let directory: string;
let store: ReleaseStore;
let minute: number;

beforeEach(() => {
  directory = join(temporaryFolder(), 'releases');
  minute = 0;
  store = createReleaseStore({ directory, now: () => new Date(Date.UTC(2026, 10, 22, 10, minute++)) });
});

describe('build', () => {
  it('describes the release in its manifest', async () => {
    const manifest = await store.build(ITEMS, embedder);
    expect(manifest).toMatchObject({
      format: 4,
      builtAt: '2026-11-22T10:00:00.000Z',
      embedder: { id: 'fake', dimensions: FAKE_DIMENSIONS },
      items: 2,
      wordings: 2,
      languages: ['en'],
      sources: { en: 1, nl: 1 },
    });
    expect(manifest.id).toMatch(/^20261122T100000000-[0-9a-f]{8}$/);
    expect(store.list()).toEqual([manifest]);
  });

  it('makes nothing live and leaves nothing half done', async () => {
    const { id } = await store.build(ITEMS, embedder);
    expect(store.currentId()).toBeNull();
    expect(readdirSync(directory)).toEqual([id]);
  });

  it('gives equal items equal content', async () => {
    const [first, second] = [await store.build(ITEMS, embedder), await store.build(ITEMS, embedder)];
    expect(second.id.slice(-8)).toBe(first.id.slice(-8));
    expect(second.checksums).toEqual(first.checksums);
  });

  it('keeps every item as it was given', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const items = fc.uniqueArray(
      fc.record({
        id: text,
        question: text,
        answer: fc.string({ unit: 'binary' }),
        phrasings: fc.array(text, { maxLength: 3 }),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(items, async (records) => {
        const entries = records.map((record) => embeddedItem(exampleItem(record)));
        const { id } = await store.build(entries, embedder);
        const release = await openRelease(directory, id, embedder);
        for (const { item } of entries) {
          expect(release.itemAt(release.numberOf(item.id) ?? -1)).toEqual(item);
        }
        release.close();
      }),
      { numRuns: runs(50) },
    );
  });

  it.each<[string, (entry: EmbeddedItem) => EmbeddedItem[]]>([
    ['another item has the same id', (entry) => [entry, entry]],
    ['1 wordings but 0 question vectors', (entry) => [{ ...entry, questionVectors: [] }]],
    ['3 numbers instead of 64', (entry) => [{ ...entry, passageVector: Float32Array.of(1, 0, 0) }]],
    ['length 0', (entry) => [{ ...entry, passageVector: new Float32Array(FAKE_DIMENSIONS) }]],
    [
      'length NaN',
      (entry) => [{ ...entry, passageVector: new Float32Array(FAKE_DIMENSIONS).fill(Number.NaN) }],
    ],
  ])('refuses an item with %s', async (reason, spoil) => {
    const entries = ITEMS.slice(0, 1).flatMap(spoil);
    await expect(store.build(entries, embedder)).rejects.toMatchObject({
      code: 'ITEM_NOT_USABLE',
      message: expect.stringContaining(reason),
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('reports what the system refused and cleans up', async () => {
    function* broken(): Iterable<EmbeddedItem> {
      yield* ITEMS;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    await expect(store.build(broken(), embedder)).rejects.toMatchObject({
      code: 'RELEASE_BUILD_FAILED',
      facts: { reason: 'no space left on device' },
      cause: { code: 'ENOSPC' },
    });
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('publish and rollback', () => {
  it('make one release live at a time', async () => {
    const ids = await buildMany(3);
    for (const id of ids) store.publish(id);
    expect(store.currentId()).toBe(ids[2]);
    expect(store.rollback()).toBe(ids[1]);
    expect(store.rollback()).toBe(ids[0]);
    expect(store.currentId()).toBe(ids[0]);
    expect(() => store.rollback()).toThrow(expect.objectContaining({ code: 'ROLLBACK_IMPOSSIBLE' }));
  });

  it('go back to what was live, not to what was only built', async () => {
    const [first = '', , third = ''] = await buildMany(3);
    store.publish(first);
    store.publish(third);
    expect(store.rollback()).toBe(first);
  });

  it('skip a release that was removed since', async () => {
    const [first = '', second = '', third = ''] = await buildMany(3);
    for (const id of [first, second, third]) store.publish(id);
    writeFileSync(join(directory, second, 'manifest.json'), 'broken');
    expect(store.rollback()).toBe(first);
  });

  it.each(['no-such-release', '../../etc', '20200101T000000000-00000000'])('refuse %j', (id) => {
    expect(() => store.publish(id)).toThrow(expect.objectContaining({ code: 'RELEASE_NOT_FOUND' }));
    expect(store.currentId()).toBeNull();
  });

  it('are seen by another process at once', async () => {
    const [id = ''] = await buildMany(1);
    const other = createReleaseStore({ directory, now: () => new Date() });
    store.publish(id);
    expect(other.currentId()).toBe(id);
  });
});

describe('sweep', () => {
  it('keeps the newest and the live one', async () => {
    const ids = await buildMany(4);
    store.publish(ids[0] ?? '');
    expect([...store.sweep(2)].sort()).toEqual([ids[1]]);
    expect(store.list().map(({ id }) => id)).toEqual([ids[3], ids[2], ids[0]]);
  });

  it('keeps the one to go back to, however many wait to be published', async () => {
    const ids = await buildMany(6);
    store.publish(ids[0] ?? '');
    store.publish(ids[1] ?? '');
    expect([...store.sweep(2)].sort()).toEqual([ids[2], ids[3]]);
    expect(store.rollback()).toBe(ids[0]);
  });

  it('removes what a killed build left, not what is being built', async () => {
    mkdirSync(join(directory, 'build-999999-1.tmp'), { recursive: true });
    mkdirSync(join(directory, `build-${process.ppid}-1.tmp`));
    function* sweepInBetween(): Iterable<EmbeddedItem> {
      expect(store.sweep(5)).toEqual(['build-999999-1.tmp']);
      yield* ITEMS;
    }
    const { id } = await store.build(sweepInBetween(), embedder);
    expect(readdirSync(directory).sort()).toEqual([id, `build-${process.ppid}-1.tmp`]);
  });

  it('leaves files alone that are not its own', async () => {
    await buildMany(1);
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    store.sweep(0);
    expect(readFileSync(join(directory, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('does nothing where nothing was built', () => {
    expect(store.sweep(3)).toEqual([]);
    expect(existsSync(directory)).toBe(false);
  });
});

async function buildMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) ids.push((await store.build(ITEMS, embedder)).id);
  return ids;
}
