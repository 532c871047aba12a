import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../../../../index/releases/open-release.js';
import { embeddedItem, embeddedItems, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ITEMS = [
  ...embeddedItems([
    ['s:activate', 'How do I activate my SIM card?', 'Put it in and switch the phone on.'],
    ['s:lost', 'I lost my SIM card', 'Block it in the app, then order a new one.'],
    ['s:router', 'The light of my router is red', 'Pull the plug, wait a minute, put it back.'],
    ['s:roaming', 'What does roaming in Norway cost?', 'Norway counts as Europe: nothing extra.'],
    ['s:invoice', 'Where do I find my invoice?', 'In the app under Bills; roaming is listed apart.'],
    ['s:copy', 'My router shows a red light again', 'Pull the plug, wait a minute, put it back.'],
  ]),
  embeddedItem(
    exampleItem({
      id: 's:port',
      question: 'Can I keep my number?',
      phrasings: ['Taking a phone number along to another provider', 'number porting'],
      answer: 'Yes, it takes one working day.',
    }),
  ),
  embeddedItem(exampleItem({ id: 's:open', question: 'Does the TV box record in 4K?', answer: '' })),
];

describe('the ranking', () => {
  let release: OpenRelease;
  beforeAll(async () => {
    const directory = temporaryFolder();
    const embedder = createFakeEmbedder();
    const store = createReleaseStore({ directory, now: () => new Date(0) });
    release = await openRelease(directory, (await store.build(ITEMS, embedder)).id, embedder);
  });
  afterAll(() => release.close());

  // Each row: the question, the expected order of the first items, and why.
  it.each([
    ['activate SIM card', ['s:activate', 's:lost'], 'all words, then two of three'],
    ['activaet simcard', ['s:activate'], 'trigrams survive typing errors and compounds'],
    ['lost my card', ['s:lost', 's:activate'], 'the rare word decides, not the common ones'],
    ['roaming', ['s:roaming', 's:invoice'], 'in the question counts more than in the answer'],
    ['number porting', ['s:port'], 'a phrasing finds its item'],
    ['4K recording', ['s:open'], 'an item without answer text is found by its question'],
    ['red light', ['s:router', 's:copy'], 'shorter question, more of it matched'],
  ])('orders "%s" as %j: %s', (question, ids) => {
    expect(find(question).slice(0, ids.length)).toEqual(ids);
  });

  it('gives customers each answer once', () => {
    const ids = hits('red router light', true).map(({ item }) => item.id);
    expect(ids.filter((id) => id === 's:router' || id === 's:copy')).toHaveLength(1);
  });

  it('leaves out a rejected answer whatever item it stands in', () => {
    const rejected = release.numberOf('s:router') ?? -1;
    const ids = hits('red router light', true, [rejected]).map(({ item }) => item.id);
    expect(ids).not.toContain('s:router');
    expect(ids).not.toContain('s:copy');
  });

  it('proposes what the scan finds, with the same scores', () => {
    for (const text of ['activate my card', 'roaming cost', 'router', 'keep number', 'something else']) {
      const query = { text, vector: fakeVector(text) };
      expect(release.rank(query, { mode: 'propose' })).toEqual(release.rank(query, { mode: 'scan' }));
    }
  });

  it('survives any text', () => {
    for (const text of [
      '',
      '   ',
      '"',
      'NEAR(a b)',
      '\0',
      '🙂',
      'a'.repeat(100_000),
      "'; DROP TABLE items; --",
    ]) {
      for (const mode of ['scan', 'propose'] as const) {
        expect(release.rank({ text, vector: fakeVector(text) }, { mode })).toHaveLength(ITEMS.length);
      }
    }
  });

  function find(text: string): string[] {
    return hits(text, false).map(({ item }) => item.id);
  }

  function hits(text: string, isEachAnswerOnce: boolean, exclude: readonly number[] = []) {
    return release.findHits({ text, vector: fakeVector(text) }, { limit: 10, exclude, isEachAnswerOnce });
  }
});
