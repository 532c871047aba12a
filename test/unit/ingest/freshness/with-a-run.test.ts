import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemEdit } from '../../../../index/contracts/content-edits.js';
import type { Item } from '../../../../index/contracts/items.js';
import { openContentEdits } from '../../../../index/edits/open-content-edits.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { indexSettings } from '../../../../index/settings.js';
import { sourceAnswer } from '../../../../ingest/editing/source-answer.js';
import { freshnessOptions } from '../../../../ingest/freshness/open-evidence.js';
import { confirmStale, reviewStale } from '../../../../ingest/freshness/review-stale.js';
import { runIngest } from '../../../../ingest/run-ingest.js';
import { ingestSettings } from '../../../../ingest/settings.js';
import type { Thread } from '../../../../ingest/sources/contracts.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { makeReply, makeThread, memorySource } from '../make-thread.js';
import { createMemoryReleases, type MemoryReleases } from '../memory-releases.js';

const NOW = new Date('2026-03-01T00:00:00Z');

let folder: string;
let releases: MemoryReleases;
beforeEach(() => {
  folder = temporaryFolder();
  releases = createMemoryReleases();
});

const settings = () =>
  parseSettings(
    { ...indexSettings, ...ingestSettings },
    { INGEST_JOIN_THREADS: 'off', INGEST_PRODUCTS: join(folder, 'products.jsonl') },
  );

function run(...threads: Thread[]) {
  return runIngest({
    runtimeDirectory: folder,
    settings: settings(),
    releases,
    embedder: createFakeEmbedder(),
    sources: [memorySource('forum', threads)],
    clock: { now: () => NOW },
  });
}

function live(id: string): Item | undefined {
  return releases.itemsOf(releases.currentId()).find(({ item }) => item.id === id)?.item;
}

const options = () => ({ freshness: freshnessOptions(settings()), now: NOW });
const review = (language: 'nl' | 'en') => reviewStale(folder, { ...options(), language });
const NOTHING = 'Niets wijst erop dat een antwoord niet meer klopt.';

/** Keeps an edit, as the desk does. */
function edit(id: string, changes: Partial<ItemEdit>, at = NOW): void {
  const edits = openContentEdits(folder);
  const plain = { answer: null, phrasings: [], isHidden: false, isOutdated: false, isPinned: false };
  const making = { original: sourceAnswer(live(id) as Item), company: 'Zwaluw', by: 'Noor', at, seen: null };
  expect(edits.keep(id, { ...plain, ...changes }, making)).toBe('kept');
  edits.close();
}

function thread(id: string, title: string, votes: number, ...later: string[]): Thread {
  const answer = makeReply({
    id: `${id}-1`,
    author: { name: 'Robin', rank: null },
    isAccepted: true,
    votes,
    createdAt: '2019-01-01T00:00:00.000Z',
    body: '<p>Hold the upper button of the kettle for ten seconds and let go of it.</p>',
  });
  const others = later.map((body, at) =>
    makeReply({
      id: `${id}-${at + 2}`,
      author: { name: `Passer-by ${at}`, rank: null },
      createdAt: `202${at + 2}-06-01T00:00:00.000Z`,
      body: `<p>${body}</p>`,
    }),
  );
  return makeThread({ id, title, replies: [answer, ...others] });
}

describe('a run that looks whether answers still hold', () => {
  it('changes nothing where nothing speaks against one, however old they are', async () => {
    await run(thread('a', 'How do I reset the kettle?', 3));
    const item = live('forum:a');
    expect(item).toBeDefined();
    expect(Object.keys(item ?? {})).not.toContain('doubt');
    expect(Object.keys(item ?? {})).not.toContain('stale');
    expect((await run(thread('a', 'How do I reset the kettle?', 3))).outcome).toBe('unchanged');
    expect(review('nl')).toBe('Niets wijst erop dat een antwoord niet meer klopt.');
  });

  it('believes an answer less where its product ended, until the list says otherwise', async () => {
    const about = thread('a', 'How do I reset the Kettle One?', 3);
    const products = join(folder, 'products.jsonl');
    writeFileSync(products, '{"product":"Kettle One","ended":"2024-05-01"}');
    await run(about);
    expect(live('forum:a')).toMatchObject({
      doubt: 0.8,
      stale: { because: 'product-ended', product: 'Kettle One' },
    });
    expect(review('en')).toContain('Kettle One has been discontinued; written or last edited 2019-01-01');
    writeFileSync(products, '{"product":"Kettle One"}');
    await run(about);
    expect(live('forum:a')?.doubt).toBeUndefined();
  });

  it('names the product and the category of each item, and nothing where neither is known', async () => {
    const about = { ...thread('a', 'How do I reset the Kettle One?', 3), category: 'Kettles' };
    await run(about, { ...thread('b', 'How do I reset it?', 3), tags: ['kettle-one'] });
    expect(live('forum:a')).toMatchObject({ category: 'Kettles' });
    expect(live('forum:a')?.product).toBeUndefined();
    writeFileSync(join(folder, 'products.jsonl'), '{"product":"Kettle One"}\n{"product":"Kettle Two"}');
    await run(about, { ...thread('b', 'How do I reset it?', 3), tags: ['kettle-one'] });
    expect(live('forum:a')?.product).toBe('Kettle One');
    expect(live('forum:b')).toMatchObject({ product: 'Kettle One' });
    expect(live('forum:b')?.category).toBeUndefined();
  });

  it('hears people whom the thread does not know, who say later that it does not work any more', async () => {
    const doubts = 'This no longer works since the update of the kettle, the upper button is gone now.';
    await run(thread('a', 'How do I reset the kettle?', 3, doubts));
    expect(live('forum:a')).toMatchObject({ laterDoubts: 1, doubt: 0.4, stale: { because: 'contradicted' } });
    // Whose answer it is has not changed.
    expect(live('forum:a')?.author.name).toBe('Robin');
    expect(review('nl')).toContain('1 latere reactie zegt iets anders');
  });

  it('sees votes lost since the answer was first seen, and begins anew with a new answer', async () => {
    await run(thread('a', 'How do I reset the kettle?', 9));
    await run(thread('a', 'How do I reset the kettle?', 4));
    expect(live('forum:a')?.stale).toEqual({ because: 'votes-fell' });
    const [again] = [thread('a', 'How do I reset the kettle?', 4)];
    const edited = {
      ...again,
      replies: again.replies.map((reply) => ({ ...reply, updatedAt: '2025-01-01T00:00:00.000Z' })),
    };
    await run(edited);
    await run(edited);
    expect(live('forum:a')?.stale).toBeUndefined();
  });

  it('leaves out what content people hid, marked as outdated or wrote anew since', async () => {
    const doubts = 'This no longer works since the update of the kettle, the upper button is gone now.';
    const threads = ['a', 'b', 'c', 'd'].map((id) => thread(id, `How do I reset kettle ${id}?`, 9, doubts));
    await run(...(threads as [Thread, ...Thread[]]));
    edit('forum:a', { isHidden: true });
    edit('forum:b', { isOutdated: true });
    edit('forum:c', { answer: 'Hold the lower button of the kettle for ten seconds.' });
    expect(review('nl')).toContain('forum:d');
    expect(review('nl')).not.toMatch(/forum:[abc]/);
    await run(...(threads.map((each) => ({ ...each })) as [Thread, ...Thread[]]));
    expect(live('forum:c')?.edited).toBeDefined();
    expect(live('forum:c')?.stale).toBeUndefined();
    expect(live('forum:c')?.laterDoubts).toBeUndefined();
  });

  it('takes a rewritten answer to be as old as its edit, and lists it again where something happens after it', async () => {
    const products = join(folder, 'products.jsonl');
    const about = thread('a', 'How do I reset the Kettle One?', 3);
    writeFileSync(products, '{"product":"Kettle One","ended":"2024-05-01"}');
    await run(about);
    edit('forum:a', { answer: 'It is not sold any more; hold the upper button all the same.' });
    expect(review('nl')).toBe(NOTHING);
    writeFileSync(products, '{"product":"Kettle One","ended":"2024-05-01"}');
    const before = openContentEdits(folder);
    before.drop('forum:a', before.find('forum:a')?.at ?? '');
    before.close();
    edit('forum:a', { answer: 'Hold the upper button.' }, new Date('2023-01-01T00:00:00Z'));
    expect(review('en')).toContain('written or last edited 2023-01-01');
  });

  it('tells what a person called right without doubt, until something else speaks against it', async () => {
    const doubts = 'This no longer works since the update of the kettle, the upper button is gone now.';
    await run(thread('a', 'How do I reset the kettle?', 9, doubts));
    expect(() => confirmStale(folder, options(), ['forum:z'], 'Noor')).toThrow('lists no answer "forum:z"');
    confirmStale(folder, options(), ['forum:a'], 'Noor');
    expect(review('nl')).toBe(NOTHING);
    await run(thread('a', 'How do I reset the kettle?', 9, doubts));
    expect(live('forum:a')?.stale).toBeUndefined();
    await run(thread('a', 'How do I reset the kettle?', 4, doubts));
    expect(live('forum:a')?.stale).toEqual({ because: 'contradicted' });
    expect(review('nl')).toContain('1 latere reactie zegt iets anders; het verloor stemmen');
  });
});
