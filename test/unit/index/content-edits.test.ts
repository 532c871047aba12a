import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContentEdits, ItemEdit } from '../../../index/contracts/content-edits.js';
import { hiddenBy } from '../../../index/edits/hidden-by.js';
import { openContentEdits } from '../../../index/edits/open-content-edits.js';
import { openKnowledgeBase } from '../../../index/knowledge-base.js';
import { silentLog } from '../../../index/platform/log.js';
import { createReleaseStore } from '../../../index/releases/create-release-store.js';
import { openWithdrawals } from '../../../index/withdrawals/open-withdrawals.js';
import { embeddedItem, exampleItem } from '../../support/embedded-items.js';
import { createFakeEmbedder } from '../../support/embedding.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const HIDDEN: ItemEdit = {
  ...{ answer: null, phrasings: [] },
  ...{ isHidden: true, isOutdated: false, isPinned: false },
};
const ORIGINAL = {
  ...{ question: 'How do I activate my SIM?', answer: 'Switch it on.', author: 'Pieter' },
  ...{ url: null, answeredAt: null, language: 'en' },
};

let folder: string;
let edits: ContentEdits;
beforeEach(() => {
  folder = temporaryFolder();
  edits = openContentEdits(folder);
});
afterEach(() => {
  edits.close();
  rmSync(folder, { recursive: true });
});

const keep = (of: ContentEdits, id: string, edit: ItemEdit, seen: string | null = null) =>
  of.keep(id, edit, { original: ORIGINAL, company: 'Zwaluw', by: 'Noor', at: NOW, seen });

describe('what content people changed', () => {
  it('is seen at once by another process, and after a restart', () => {
    const other = openContentEdits(folder);
    expect(other.hides('s:1')).toBe(false);
    keep(edits, 's:1', HIDDEN);
    expect(other.hides('s:1')).toBe(true);
    other.close();
    const again = openContentEdits(folder);
    expect(again.all()).toMatchObject([{ itemId: 's:1', by: 'Noor', company: 'Zwaluw', isHidden: true }]);
    again.close();
  });

  it('is kept of one of two who looked at the same, also where the clock stands', () => {
    expect(keep(edits, 's:1', HIDDEN)).toBe('kept');
    const first = edits.find('s:1')?.at ?? '';
    expect(keep(edits, 's:1', { ...HIDDEN, isHidden: false }, first)).toBe('kept');
    expect(keep(edits, 's:1', HIDDEN, first)).toBe('changed-meanwhile');
    expect(edits.drop('s:1', first)).toBe('changed-meanwhile');
    expect(edits.hides('s:1')).toBe(false);
  });
});

describe('an item that content people hid', () => {
  it('is not told by the release that is live, nor by one that somebody goes back to', async () => {
    const embedder = createFakeEmbedder();
    const releases = createReleaseStore({ directory: folder, now: () => NOW });
    const withdrawals = openWithdrawals(folder);
    const items = [
      exampleItem({ id: 's:1', question: ORIGINAL.question, answer: ORIGINAL.answer, url: null }),
      exampleItem({ id: 's:2', question: 'How do I activate a SIM abroad?', answer: 'Choose.', url: null }),
    ];
    releases.publish((await releases.build(items.map(embeddedItem), embedder)).id);
    const knowledgeBase = await openKnowledgeBase({
      ...{ directory: folder, embedder, log: silentLog },
      withdrawals: hiddenBy(withdrawals, edits, { hides: () => false }),
    });
    const found = async () => (await knowledgeBase.search(ORIGINAL.question)).hits.map(({ item }) => item.id);
    expect(await found()).toEqual(['s:1', 's:2']);
    keep(edits, 's:1', HIDDEN);
    expect(await found()).toEqual(['s:2']);
    expect(knowledgeBase.item('s:1')).toBeNull();
    withdrawals.withdraw([{ itemId: 's:2', link: null }], NOW);
    expect(await found()).toEqual([]);
    edits.drop('s:1', edits.find('s:1')?.at ?? '');
    expect(await found()).toEqual(['s:1']);
    await knowledgeBase.close();
    withdrawals.close();
  });
});
