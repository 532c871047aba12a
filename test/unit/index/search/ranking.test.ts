import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../../index/contracts/embedder.js';
import type { BuildOptions, EmbeddedItem } from '../../../../index/contracts/releases.js';
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
    release = await releaseOf(ITEMS);
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
    ['red light', ['s:router'], 'items with one answer stand as one, by the nearer question'],
  ])('orders "%s" as %j: %s', (question, ids) => {
    expect(find(question).slice(0, ids.length)).toEqual(ids);
  });

  it('gives customers each answer once', () => {
    const ids = hits('red router light').map(({ item }) => item.id);
    expect(ids.filter((id) => id === 's:router' || id === 's:copy')).toHaveLength(1);
  });

  it('leaves out a rejected answer whatever item it stands in', () => {
    const rejected = release.numberOf('s:router') ?? -1;
    const ids = hits('red router light', [rejected]).map(({ item }) => item.id);
    expect(ids).not.toContain('s:router');
    expect(ids).not.toContain('s:copy');
  });

  it('proposes what the scan finds, with the same scores', () => {
    for (const text of ['activate my card', 'roaming cost', 'router', 'keep number', 'something else']) {
      const query = queryOf(text);
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
        expect(release.rank(queryOf(text), { mode })).toHaveLength(ITEMS.length - 1);
      }
    }
  });

  function find(text: string): string[] {
    return hits(text).map(({ item }) => item.id);
  }

  function hits(text: string, exclude: readonly number[] = []) {
    return release.findHits(queryOf(text), { limit: 10, exclude });
  }
});

describe('what moves an answer up or down', () => {
  const question = 'switch my subscription to another address';

  it('is a sentence deep in a long answer', async () => {
    const filler = 'Our shop opens at nine and closes at six on working days.';
    const answer = `${filler} ${filler} Take the modem along to your new address.`;
    const rows: [string, string, string][] = [
      ['a:hours', 'Opening hours', answer],
      ['a:other', 'Opening times', `${filler} ${filler} Bring a receipt for returns.`],
    ];
    const withSentences = await topScores(embeddedItems(rows), 'take modem along new address');
    const without = embeddedItems(rows).map((entry) => ({ ...entry, sentenceVectors: [] }));
    const withoutSentences = await topScores(without, 'take modem along new address');
    expect(leadOf(withSentences)).toBeGreaterThan(leadOf(withoutSentences));
  });

  it('is a second wording that is near as well', async () => {
    const other = embeddedItem(
      exampleItem({ id: 'a:other', question: 'Subscription prices', answer: 'See the list.' }),
    );
    const one = exampleItem({
      id: 'a:move',
      question: 'Subscription to another address',
      answer: 'Tell us.',
    });
    const two = { ...one, phrasings: ['Switch subscription to a new address'] };
    const stray = { ...one, phrasings: ['Television without sound'] };
    const lead = async (item: typeof one) => leadOf(await topScores([embeddedItem(item), other], question));
    expect(await lead(two)).toBeGreaterThan(await lead(stray));
    expect(await lead(stray)).toBeLessThan(await lead(one));
    // A stray wording costs little.
    expect(await lead(stray)).toBeGreaterThan((await lead(one)) - 0.15);
  });

  it('is a rejection, for questions like the rejected one only', async () => {
    const items = embeddedItems([
      ['a:move', 'Subscription to another address', 'Tell us.'],
      ['a:price', 'Subscription prices', 'See the list.'],
    ]);
    const label = {
      question,
      right: [],
      wrong: ['a:move', 'gone:1'],
      isComplete: false,
      weight: 1,
      vector: fakeVector(question),
    };
    const scoreOf = async (text: string, labels: readonly (typeof label)[]) =>
      (await topScores(items, text, { labels })).get('a:move') ?? 0;
    expect(await scoreOf(question, [label])).toBeCloseTo((await scoreOf(question, [])) - 0.2, 2);
    const far = 'prices please';
    expect(await scoreOf(far, [label])).toBeCloseTo(await scoreOf(far, []), 5);
  });

  async function topScores(
    items: readonly EmbeddedItem[],
    text: string,
    options: BuildOptions = {},
  ): Promise<Map<string, number>> {
    const release = await releaseOf(items, options);
    try {
      return new Map(release.rank(queryOf(text)).map(({ item, score }) => [release.itemAt(item).id, score]));
    } finally {
      release.close();
    }
  }

  function leadOf(scores: Map<string, number>): number {
    const [first = 0, second = 0] = scores.values();
    return first - second;
  }
});

async function releaseOf(
  items: readonly EmbeddedItem[],
  options: BuildOptions = {},
  embedder: Embedder = createFakeEmbedder(),
): Promise<OpenRelease> {
  const directory = temporaryFolder();
  const store = createReleaseStore({ directory, now: () => new Date(0) });
  return openRelease(directory, (await store.build(items, embedder, options)).id, embedder);
}

function queryOf(text: string) {
  return { text, vector: fakeVector(text), tokens: null };
}
