import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContentEdits, ItemEdit } from '../../../../index/contracts/content-edits.js';
import type { Item } from '../../../../index/contracts/items.js';
import { openContentEdits } from '../../../../index/edits/open-content-edits.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { sourceAnswer } from '../../../../ingest/editing/source-answer.js';
import { rollbackRelease } from '../../../../ingest/releasing/switch-release.js';
import { type IngestOptions, runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeReply, makeThread, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const PLAIN: ItemEdit = {
  ...{ answer: null, phrasings: [] },
  ...{ isHidden: false, isOutdated: false, isPinned: false },
};

let folder: string;
let releases: MemoryReleases;
let embedder: ReturnType<typeof createFakeEmbedder>;
let edits: ContentEdits;
beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
  embedder = createFakeEmbedder();
  edits = openContentEdits(folder);
});
afterEach(() => {
  edits.close();
  rmSync(folder, { recursive: true });
});

function run(threads: readonly Thread[], options: Partial<IngestOptions> = {}) {
  const rules = join(folder, 'joins.jsonl');
  const own = { INGEST_JOIN_THREADS: 'on', INGEST_JOIN_RULES: rules, INGEST_LABELS: ',' };
  const settings = parseSettings({ ...indexSettings, ...ingestSettings }, own);
  const sources = [memorySource('forum', threads)];
  return runIngest({ runtimeDirectory: folder, settings, releases, embedder, sources, ...options });
}

const live = () => releases.itemsOf(releases.currentId()).map(({ item }) => item);
const liveItem = (id: string) => live().find((item) => item.id === id) as Item;

function keep(id: string, changes: Partial<ItemEdit>): void {
  const before = edits.find(id);
  const original = before?.source ?? sourceAnswer(liveItem(id));
  const making = { original, company: 'Zwaluw', by: 'Noor', at: NOW, seen: before?.at ?? null };
  expect(edits.keep(id, { ...PLAIN, ...changes }, making)).toBe('kept');
}

function thread(id: string, title: string, body: string, year = 2024): Thread {
  const reply = makeReply({
    ...{ id: `${id}-1`, isAccepted: true, body: `<p>${body}</p>`, createdAt: `${year}-03-01T00:00:00Z` },
    ...{ author: { name: 'Wil', rank: null }, url: `https://forum.example.com/t/${id}/2` },
  });
  return makeThread({ id, title, replies: [reply], url: `https://forum.example.com/t/${id}` });
}

const KETTLE = thread('kettle', 'How do I descale the kettle?', 'Boil vinegar in it and rinse it twice.');
const TYRES = thread('tyres', 'When do I need winter tyres?', 'From November to March in the hills.');

describe('what content people changed', () => {
  it('is in the next release, with who wrote what, and in those that follow though nothing else changes', async () => {
    await run([KETTLE, TYRES]);
    keep('forum:kettle', { answer: 'Use citric acid, then rinse it.', phrasings: ['Chalk in my kettle'] });
    expect(await run([KETTLE, TYRES])).toMatchObject({ outcome: 'published', changed: 0 });
    const wanted = {
      answer: 'Use citric acid, then rinse it.',
      phrasings: ['Chalk in my kettle'],
      author: { name: 'Wil' },
      url: 'https://forum.example.com/t/kettle/2',
      edited: { by: 'Zwaluw', at: NOW.toISOString(), original: 'Boil vinegar in it and rinse it twice.' },
    };
    expect(liveItem('forum:kettle')).toMatchObject(wanted);
    expect(await run([KETTLE, TYRES])).toMatchObject({ outcome: 'unchanged' });
    expect(await run([KETTLE])).toMatchObject({ outcome: 'published', removed: 1 });
    expect(liveItem('forum:kettle')).toMatchObject(wanted);
  });

  it('leaves nothing behind when it is taken back', async () => {
    await run([KETTLE, TYRES]);
    const before = live();
    keep('forum:kettle', { answer: 'Use citric acid.', isOutdated: true, phrasings: ['Chalk'] });
    await run([KETTLE, TYRES]);
    expect(edits.drop('forum:kettle', edits.find('forum:kettle')?.at ?? '')).toBe('kept');
    await run([KETTLE, TYRES]);
    expect(live()).toEqual(before);
  });

  it('says when the source says something else, and when it gives nothing any more', async () => {
    await run([KETTLE, TYRES]);
    keep('forum:kettle', { answer: 'Use citric acid.' });
    await run([KETTLE, TYRES]);
    const { original, source } = edits.find('forum:kettle') ?? {};
    expect(source).toEqual(original);
    const anew = thread('kettle', 'How do I descale the kettle?', 'Boil lemon juice in it.');
    await run([anew, TYRES]);
    expect(edits.find('forum:kettle')).toMatchObject({
      original: { answer: 'Boil vinegar in it and rinse it twice.' },
      source: { answer: 'Boil lemon juice in it.' },
    });
    expect(liveItem('forum:kettle').answer).toBe('Use citric acid.');
    await run([TYRES]);
    expect(edits.find('forum:kettle')?.source).toBeNull();
    expect(live().map(({ id }) => id)).toEqual(['forum:tyres']);
    await run([KETTLE, TYRES]);
    expect(liveItem('forum:kettle').answer).toBe('Use citric acid.');
  });

  it('hides an item from the release, and a plan takes no note of what sources give', async () => {
    await run([KETTLE, TYRES]);
    keep('forum:kettle', { isHidden: true });
    await run([TYRES], { mode: 'plan' });
    expect(edits.find('forum:kettle')?.source).not.toBeNull();
    expect(await run([KETTLE, TYRES])).toMatchObject({ outcome: 'published', items: 1 });
    expect(live().map(({ id }) => id)).toEqual(['forum:tyres']);
  });

  it('does not bring back a release that somebody went back from', async () => {
    await run([KETTLE]);
    await run([KETTLE, TYRES]);
    rollbackRelease(folder, releases, { by: 'Noor', why: '' });
    keep('forum:kettle', { isOutdated: true });
    expect(await run([KETTLE, TYRES])).toMatchObject({ outcome: 'held-back' });
  });

  it('marks an answer as outdated, which is believed less', async () => {
    await run([KETTLE, TYRES]);
    keep('forum:kettle', { isOutdated: true });
    await run([KETTLE, TYRES]);
    expect(liveItem('forum:kettle')).toMatchObject({ isOutdated: true, doubt: 1 });
    expect(liveItem('forum:kettle').edited).toBeUndefined();
    expect(liveItem('forum:tyres').doubt).toBeUndefined();
  });
});

describe('a pinned answer', () => {
  const OLD = thread('old', 'What does towing my car cost?', 'Towing your car costs 150 euros.', 2020);
  const NEW = thread('new', 'What does towing my car cost?', 'Towing your car costs 90 euros.', 2024);

  it('decides between two prices, of which nobody was told any', async () => {
    await run([TYRES, OLD]);
    keep('forum:old', { isPinned: true });
    await run([TYRES, OLD, NEW]);
    expect(live().map(({ id, doubt, isPinned }) => [id, doubt, isPinned])).toEqual([
      ['forum:new', 1, undefined],
      ['forum:old', undefined, true],
      ['forum:tyres', undefined, undefined],
    ]);
  });

  it('leads where threads ask the same', async () => {
    const title = 'How do I replace the battery of the car key?';
    const steps =
      'Slide the cover off with a coin, put a new battery in and press the cover until it clicks.';
    const pinned = thread('pinned', title, steps, 2019);
    const newer = thread('newer', title, `${steps.slice(0, -1)} again.`, 2024);
    await run([pinned, TYRES]);
    keep('forum:pinned', { isPinned: true });
    await run([pinned, newer, TYRES]);
    expect(live().map(({ id }) => id)).toEqual(['forum:pinned', 'forum:tyres']);
    expect(liveItem('forum:pinned').sameIn).toMatchObject([{ id: 'forum:newer', because: 'pinned' }]);
  });
});
