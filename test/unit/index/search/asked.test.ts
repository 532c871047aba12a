import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../../../../index/releases/open-release.js';
import { poolWithAsked } from '../../../../index/search/pool-wordings.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const ITEMS = [
  exampleItem({ id: 's:a', question: 'Screen stays dark after the update', answer: 'Hold the button.' }),
  exampleItem({
    id: 's:b',
    question: 'Device trouble since Monday',
    answer: 'Order another adapter.',
    asked: ['My humming transformer smells burnt and sizzles', 'It sits below the stairs'],
  }),
];
const QUESTION = 'transformer smells burnt';

describe('what was asked in the asker’s own words', () => {
  let release: OpenRelease;
  beforeAll(async () => {
    const directory = temporaryFolder();
    const embedder = createFakeEmbedder();
    const { id } = await createReleaseStore({ directory, now: () => new Date(0) }).build(
      ITEMS.map(embeddedItem),
      embedder,
    );
    release = await openRelease(directory, id, embedder);
  });
  afterAll(() => release.close());

  const scoreOf = (askedWeight?: number) =>
    release
      .rank(
        { text: QUESTION, vector: fakeVector(QUESTION), tokens: null },
        askedWeight === undefined ? {} : { askedWeight },
      )
      .find(({ item }) => item === release.numberOf('s:b'))?.score ?? 0;

  it('finds its item', () => {
    const [first] = release.rank({ text: QUESTION, vector: fakeVector(QUESTION), tokens: null });
    expect(first?.item).toBe(release.numberOf('s:b'));
  });

  it('counts by its weight, and not at all at 0', () => {
    expect(scoreOf(0.5)).toBeGreaterThan(scoreOf(0.1));
    expect(scoreOf(0.1)).toBeGreaterThan(scoreOf(0));
  });

  it('is counted with the wordings of the release', () => {
    expect(release.manifest.wordings).toBe(4);
  });

  it('lifts an answer and never lowers it', () => {
    expect(poolWithAsked(0.5, [], 0.25)).toBe(0.5);
    expect(poolWithAsked(0.5, [0.1], 0.25)).toBeGreaterThan(0.5);
    expect(poolWithAsked(0.5, [0.1], 0.25)).toBeLessThan(0.51);
    expect(poolWithAsked(0.5, [0.9, 0.2], 0.25)).toBeGreaterThan(0.7);
    expect(poolWithAsked(0.5, [0.9], 0)).toBe(0.5);
  });
});
