import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Withdrawals } from '../../../index/contracts/withdrawals.js';
import { openKnowledgeBase } from '../../../index/knowledge-base.js';
import { silentLog } from '../../../index/platform/log.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { openWithdrawals } from '../../../index/withdrawals/open-withdrawals.js';
import { embeddedItem, exampleItem } from '../../support/embedded-items.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const NOW = new Date('2026-03-01T10:00:00Z');

let folder: string;
let withdrawals: Withdrawals;
beforeEach(() => {
  folder = temporaryFolder();
  withdrawals = openWithdrawals(folder);
});
afterEach(() => {
  withdrawals.close();
  rmSync(folder, { recursive: true });
});

const anItem = (id: string, answer: string, url: string | null = null) =>
  exampleItem({ id, question: 'How do I activate my SIM?', answer, url });

describe('what was withdrawn', () => {
  it('is hidden whatever it says, until its source gives an answer, and then in other words still', () => {
    const old = anItem('s:1', 'Switch it on.');
    expect(withdrawals.hides(old)).toBe(false);
    withdrawals.withdraw([{ itemId: 's:1', link: null }], NOW);
    expect(withdrawals.hides(old)).toBe(true);
    withdrawals.confirm([anItem('s:1', 'Wait an hour.')]);
    expect(withdrawals.hides(old)).toBe(true);
    expect(withdrawals.hides(anItem('s:1', 'Wait an hour.'))).toBe(false);
  });

  it('is hidden where another item tells it too', () => {
    const link = 'https://forum.example.com/t/1/2';
    withdrawals.withdraw([{ itemId: 's:1', link }], NOW);
    expect(withdrawals.hides(anItem('s:7', 'Switch it on.', link))).toBe(true);
    expect(withdrawals.hides(anItem('s:7', 'Switch it on.', 'https://forum.example.com/t/7/2'))).toBe(false);
    withdrawals.confirm([anItem('s:1', 'Switch it on.', link)]);
    expect(withdrawals.hides(anItem('s:7', 'Switch it on.', link))).toBe(false);
  });

  it('is seen at once by another process, and after a restart', () => {
    const other = openWithdrawals(folder);
    const item = anItem('s:1', 'Switch it on.');
    expect(other.hides(item)).toBe(false);
    withdrawals.withdraw([{ itemId: 's:1', link: null }], NOW);
    expect(other.hides(item)).toBe(true);
    other.close();
    const again = openWithdrawals(folder);
    expect(again.hides(item)).toBe(true);
    expect(again.ids()).toEqual(['s:1']);
    again.close();
  });

  it('waits, where it is prepared, for a release that holds it no more', () => {
    const item = anItem('s:1', 'Switch it on.');
    withdrawals.prepare([{ itemId: 's:1', link: null }], NOW);
    withdrawals.apply((id) => id === 's:1');
    expect(withdrawals.hides(item)).toBe(false);
    expect(withdrawals.watched()).toEqual(['s:1']);
    withdrawals.apply(() => false);
    expect(withdrawals.hides(item)).toBe(true);
  });

  it('is not taken back where its source gave it again before that', () => {
    const item = anItem('s:1', 'Switch it on.');
    withdrawals.prepare([{ itemId: 's:1', link: null }], NOW);
    withdrawals.confirm([item]);
    withdrawals.apply(() => false);
    expect(withdrawals.hides(item)).toBe(false);
  });

  it('keeps notes of threads to read again, each once, until they are read', () => {
    expect(withdrawals.note('s:2', NOW)).toBe(true);
    expect(withdrawals.note('s:1', new Date(NOW.getTime() + 1))).toBe(true);
    expect(withdrawals.note('s:2', new Date(NOW.getTime() + 2))).toBe(true);
    expect(withdrawals.noted()).toEqual(['s:2', 's:1']);
    withdrawals.forget(['s:2']);
    expect(withdrawals.noted()).toEqual(['s:1']);
  });
});

describe('a knowledge base', () => {
  it('neither finds nor reads what is withdrawn, in no release, and gives what stands behind it', async () => {
    const embedder = createFakeEmbedder();
    const releases = createReleaseStore({ directory: folder, now: () => NOW });
    const items = [
      anItem('s:1', 'Switch it on.'),
      exampleItem({
        id: 's:2',
        question: 'How do I activate my SIM card abroad?',
        answer: 'Choose a network.',
        url: null,
      }),
    ];
    const publish = async (of: typeof items) =>
      releases.publish((await releases.build(of.map(embeddedItem), embedder)).id);
    await publish(items);
    const knowledgeBase = await openKnowledgeBase({
      directory: folder,
      embedder,
      log: silentLog,
      withdrawals,
    });
    const found = async () =>
      (await knowledgeBase.search('How do I activate my SIM?')).hits.map(({ item }) => item.id);
    expect(await found()).toEqual(['s:1', 's:2']);
    withdrawals.withdraw([{ itemId: 's:1', link: null }], NOW);
    expect(await found()).toEqual(['s:2']);
    expect(knowledgeBase.item('s:1')).toBeNull();
    expect(knowledgeBase.readAnswer?.('s:1')).toBeNull();
    expect(knowledgeBase.heldItem('s:1')).toMatchObject({ answer: 'Switch it on.' });
    await publish(items.slice(1));
    releases.rollback();
    await knowledgeBase.refresh();
    expect(await found()).toEqual(['s:2']);
    await knowledgeBase.close();
  });
});
