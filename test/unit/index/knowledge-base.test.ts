import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Embedder } from '../../../index/contracts/embedder.js';
import type { ReleaseStore } from '../../../index/contracts/releases.js';
import {
  type KnowledgeBaseOptions,
  openKnowledgeBase,
  type WatchingKnowledgeBase,
} from '../../../index/knowledge-base.js';
import { erasedWording, openErasureLedger } from '../../../index/learning/erasure-ledger.js';
import { createLog, silentLog } from '../../../index/platform/log.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { embeddedItem, embeddedItems, exampleItem } from '../../support/embedded-items.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let directory: string;
let store: ReleaseStore;
let opened: WatchingKnowledgeBase[];

beforeEach(() => {
  directory = temporaryFolder();
  store = createReleaseStore({ directory, now: () => new Date() });
  opened = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.map((knowledgeBase) => knowledgeBase.close()));
});

describe('a knowledge base', () => {
  it('says when nothing is live yet and takes up the first release', async () => {
    const knowledgeBase = await open();
    expect(knowledgeBase.status()).toBeNull();
    expect(knowledgeBase.item('s:1')).toBeNull();
    await expect(knowledgeBase.search('sim')).rejects.toMatchObject({ code: 'KNOWLEDGE_NOT_READY' });
    await publish('Switch it on.');
    await knowledgeBase.refresh();
    expect(knowledgeBase.status()).toMatchObject({ items: 2, embedder: 'fake', languages: ['en'] });
  });

  it('finds an item with its confidence and passage', async () => {
    const id = await publish('Switch it on.');
    const { hits, bands, releaseId } = await (await open()).search('activate my SIM');
    expect(hits[0]).toMatchObject({
      item: { id: 's:1', answer: 'Switch it on.' },
      passage: 'Switch it on.',
      trees: { passage: [{ type: 'paragraph', children: [{ type: 'text', value: 'Switch it on.' }] }] },
      isPart: false,
      confidence: { reason: 'clear' },
    });
    expect(hits[0]?.confidence.probability).toBeGreaterThan(bands.answer);
    expect(releaseId).toBe(id);
  });

  it('hides a wording that was erased at once, without another release, and finds the item as before', async () => {
    const said = 'the gizmo of aunt blinks';
    const runtime = temporaryFolder();
    const item = exampleItem({ id: 's:1', source: 's', phrasings: ['Start the card', said, 'Light it up'] });
    const items = [embeddedItem(item), ...embeddedItems([['s:2', 'Where is my invoice?', 'In the app.']])];
    store.publish((await store.build(items, createFakeEmbedder())).id);
    const knowledgeBase = await open({ erasuresIn: runtime });
    const probability = async (question: string) => {
      const { hits } = await knowledgeBase.search(question);
      return hits.find((hit) => hit.item.id === 's:1')?.confidence.probability ?? 0;
    };
    const [before, other] = [await probability(said), await probability('Light it up')];
    expect(knowledgeBase.item('s:1')?.phrasings).toContain(said);
    openErasureLedger(runtime).add([erasedWording('s:1', said)], '2026-05-01T00:00:00.000Z');
    expect(knowledgeBase.item('s:1')?.phrasings).toEqual(['Start the card', 'Light it up']);
    const { hits } = await knowledgeBase.search('gizmo');
    expect(JSON.stringify(hits.map((hit) => hit.item))).not.toContain('gizmo');
    expect(await probability(said)).toBeLessThan(before);
    expect(await probability('Light it up')).toBeCloseTo(other, 1);
  });

  it('believes an item less that something speaks against, and shows it all the same', async () => {
    const asked = async (doubt: number) => {
      const items = embeddedItems([
        ['s:1', 'How do I activate my SIM?', 'Switch it on.'],
        ['s:2', 'Where is my invoice?', 'In the app.'],
      ]).map((entry) => ({ ...entry, item: { ...entry.item, doubt } }));
      store.publish((await store.build(items, createFakeEmbedder())).id);
      const { hits } = await (await open()).search('activate my SIM');
      return hits[0];
    };
    const [sure, doubted] = [await asked(0), await asked(1)];
    expect(doubted?.item.id).toBe('s:1');
    const odds = (probability = 0) => probability / (1 - probability);
    const ratio = odds(sure?.confidence.probability) / odds(doubted?.confidence.probability);
    expect(ratio).toBeCloseTo(Math.exp(0.8), 3);
  });

  it('keeps to the limit and leaves out what is excluded', async () => {
    await publish('Switch it on.');
    const knowledgeBase = await open();
    expect((await knowledgeBase.search('SIM', { limit: 1 })).hits).toHaveLength(1);
    const { hits } = await knowledgeBase.search('SIM', { exclude: ['s:1', 'unknown'] });
    expect(hits.map(({ item }) => item.id)).toEqual(['s:2']);
  });

  it.each(['', '  \n '])('finds nothing for %j', async (question) => {
    await publish('Switch it on.');
    expect((await (await open()).search(question)).hits).toEqual([]);
  });

  it('finds nothing in an empty release', async () => {
    store.publish((await store.build([], createFakeEmbedder())).id);
    expect((await (await open()).search('sim')).hits).toEqual([]);
  });

  it('uses the company’s own threshold', async () => {
    await publish('Switch it on.');
    const knowledgeBase = await open({ answerThreshold: 0.93 });
    expect((await knowledgeBase.search('sim')).bands.answer).toBe(0.93);
    expect(knowledgeBase.status()?.bands.answer).toBe(0.93);
  });

  it('ends a running search on the release it began with', async () => {
    const old = await publish('The old answer.');
    const { embedder, letGo } = heldEmbedder();
    const knowledgeBase = await open({ embedder });
    const running = knowledgeBase.search('activate my SIM');
    const fresh = await publish('The new answer.');
    await knowledgeBase.refresh();
    store.sweep(1);
    letGo();
    expect(await running).toMatchObject({ releaseId: old, hits: [{ passage: 'The old answer.' }, {}] });
    expect(await knowledgeBase.search('activate my SIM')).toMatchObject({
      releaseId: fresh,
      hits: [{ passage: 'The new answer.' }, {}],
    });
  });

  it('chooses a passage when it is looked at, also after the release was replaced and swept away', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `Step ${at} has words of its own, such as word${at}.`,
    );
    await publish(lines.join('\n\n'));
    const knowledgeBase = await open();
    const [hit] = (await knowledgeBase.search('activate word20')).hits;
    await publish('The new answer.');
    await knowledgeBase.refresh();
    store.sweep(1);
    expect(hit?.passage).toContain('word20');
    expect(hit?.isPart).toBe(true);
  });

  it('keeps the old release when the new one cannot be used', async () => {
    const old = await publish('The old answer.');
    const lines: string[] = [];
    const knowledgeBase = await open({ log: createLog('info', (line) => lines.push(line)) });
    const fresh = await publish('The new answer.');
    writeFileSync(join(directory, fresh, 'questions.i8'), 'x');
    await expect(knowledgeBase.refresh()).rejects.toMatchObject({ code: 'RELEASE_DAMAGED' });
    expect((await knowledgeBase.search('sim')).releaseId).toBe(old);
  });

  it('takes up a release that is published while it watches', async () => {
    await publish('The old answer.');
    const knowledgeBase = await open();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stop = knowledgeBase.watch(1_000);
    const fresh = await publish('The new answer.');
    vi.advanceTimersByTime(1_000);
    await knowledgeBase.refresh();
    expect(knowledgeBase.status()?.id).toBe(fresh);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says once that the pointer cannot be read, answers meanwhile, and heals', async () => {
    const old = await publish('The old answer.');
    const lines: string[] = [];
    const knowledgeBase = await open({ log: createLog('info', (line) => lines.push(line)) });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    knowledgeBase.watch(1_000);
    const look = async () => {
      vi.advanceTimersByTime(1_000);
      await knowledgeBase.refresh().catch(() => {});
    };
    const complaints = () => lines.filter((line) => line.includes('RELEASE_POINTER_UNREADABLE'));
    rmSync(join(directory, 'current'));
    mkdirSync(join(directory, 'current'));
    for (const _ of [1, 2, 3]) await look();
    expect(complaints()).toHaveLength(1);
    expect((await knowledgeBase.search('sim')).releaseId).toBe(old);

    rmSync(join(directory, 'current'), { recursive: true });
    const fresh = await publish('The new answer.');
    await look();
    expect((await knowledgeBase.search('sim')).releaseId).toBe(fresh);
    expect(lines.join('')).toContain('can be used again');
    rmSync(join(directory, 'current'));
    mkdirSync(join(directory, 'current'));
    await look();
    expect(complaints()).toHaveLength(2);
  });

  it('does not open a release of another embedder', async () => {
    await publish('Switch it on.');
    await expect(open({ embedder: createFakeEmbedder('other') })).rejects.toMatchObject({
      code: 'RELEASE_EMBEDDER_MISMATCH',
    });
  });
});

async function open(changes: Partial<KnowledgeBaseOptions> = {}): Promise<WatchingKnowledgeBase> {
  const options = { directory, embedder: createFakeEmbedder(), log: silentLog, ...changes };
  const knowledgeBase = await openKnowledgeBase(options);
  opened.push(knowledgeBase);
  return knowledgeBase;
}

async function publish(answer: string): Promise<string> {
  const items = embeddedItems([
    ['s:1', 'How do I activate my SIM?', answer],
    ['s:2', 'Where is my invoice?', 'In the app.'],
  ]);
  const { id } = await store.build(items, createFakeEmbedder());
  store.publish(id);
  return id;
}

/** An embedder that answers only after it was let go. */
function heldEmbedder(): { embedder: Embedder; letGo: () => void } {
  const inner = createFakeEmbedder();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const embedQuestion = async (text: string) => {
    await held;
    return inner.embedQuestion(text);
  };
  return { embedder: { ...inner, embedQuestion }, letGo: () => letGo() };
}
