import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../index/contracts/items.js';
import type { EmbeddedItem } from '../../../../index/contracts/releases.js';
import type { Hit } from '../../../../index/contracts/search.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../../../../index/releases/open-release.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, FAKE_DIMENSIONS } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('findTwins', () => {
  it('lets translations of each other stand as one', async () => {
    const twins = await twinsOf([
      at('en:esim', 'en', 10),
      at('nl:esim', 'nl', 40),
      at('nl:router', 'nl', 130),
    ]);
    expect(twins('en:esim')).toBe(twins('nl:esim'));
    expect(twins('nl:router')).not.toBe(twins('nl:esim'));
  });

  it('joins only the nearest of another language', async () => {
    const twins = await twinsOf([at('en:esim', 'en', 10), at('nl:near', 'nl', 20), at('nl:next', 'nl', 60)]);
    expect(twins('nl:near')).toBe(twins('en:esim'));
    expect(twins('nl:next')).not.toBe(twins('en:esim'));
  });

  it('joins what is less near across languages only where nothing else is nearly as near', async () => {
    const alone = await twinsOf([at('en:a', 'en', 0), at('nl:a', 'nl', 58), at('nl:far', 'nl', 130)]);
    expect(alone('nl:a')).toBe(alone('en:a'));
    const rivalled = await twinsOf([at('en:a', 'en', 0), at('nl:a', 'nl', 58), at('nl:b', 'nl', -60)]);
    expect(rivalled('nl:a')).not.toBe(rivalled('en:a'));
    const near = await twinsOf([at('en:a', 'en', 0), at('nl:a', 'nl', 50), at('nl:b', 'nl', -52)]);
    expect(near('nl:a')).toBe(near('en:a'));
    expect(near('nl:b')).not.toBe(near('en:a'));
  });

  it('keeps apart what is far across languages, be it the only one there', async () => {
    const twins = await twinsOf([at('en:a', 'en', 0), at('nl:a', 'nl', 80), at('nl:far', 'nl', 175)]);
    expect(twins('nl:a')).not.toBe(twins('en:a'));
  });

  it('joins items of one language only when they are nearly the same', async () => {
    const twins = await twinsOf([
      at('a', 'en', 10),
      at('b', 'en', 12),
      at('c', 'en', 60),
      at('d', 'en', 200),
    ]);
    expect(twins('a')).toBe(twins('b'));
    expect(twins('c')).not.toBe(twins('a'));
  });

  it('joins items that give the same answer', async () => {
    const answer = 'Pull the plug.';
    const twins = await twinsOf([
      at('a', 'en', 10, { answer }),
      at('b', 'en', 200, { answer }),
      at('c', 'en', 100),
    ]);
    expect(twins('a')).toBe(twins('b'));
    expect(twins('c')).not.toBe(twins('a'));
  });
});

describe('of two languages', () => {
  const items = [
    at('en:esim', 'en', 10),
    at('nl:esim', 'nl', 20),
    at('nl:router', 'nl', 130),
    at('en:router', 'en', 170),
  ];

  it('the twin in the language of the question is shown, as sure as the nearer one', async () => {
    const found = await hitsOf(items, 10, { language: 'nl' });
    const nearer = await hitsOf(items, 10, { language: 'en' });
    expect(found[0]?.item.id).toBe('nl:esim');
    expect(nearer[0]?.item.id).toBe('en:esim');
    expect(found[0]?.confidence).toEqual(nearer[0]?.confidence);
    expect(found.filter(({ item }) => item.id.endsWith('esim'))).toHaveLength(1);
  });

  it('the nearer twin is shown where the question is in neither', async () => {
    expect((await hitsOf(items, 10, { language: 'de' }))[0]?.item.id).toBe('en:esim');
  });

  it('the nearer twin is shown where another answer stands between', async () => {
    const between = [...items.slice(0, 1), at('en:other', 'en', 55), at('nl:esim', 'nl', -50)];
    const [first] = await hitsOf(between, 15, { language: 'nl' });
    expect(first?.item.id).toBe('en:esim');
  });

  it('the nearer twin is shown where nobody tells the language', async () => {
    const text = 'Hoe zet ik mijn telefoonnummer over naar een andere telefoon?';
    expect((await hitsOf(items, 10, { text }))[0]?.item.id).toBe('en:esim');
  });
});

/** An item whose vectors all lie at an angle in one plane, so that its likeness to others is known. */
function at(id: string, language: string, degrees: number, changes: Partial<Item> = {}): EmbeddedItem {
  const vector = vectorAt(degrees);
  const entry = embeddedItem(exampleItem({ id, language, question: id, answer: `About ${id}.`, ...changes }));
  return { ...entry, questionVectors: [vector], passageVector: vector, sentenceVectors: [] };
}

async function twinsOf(items: readonly EmbeddedItem[]): Promise<(id: string) => number | undefined> {
  const release = await releaseOf(items);
  const { twinOfItem } = release.index;
  release.close();
  return (id) => twinOfItem[items.findIndex(({ item }) => item.id === id)];
}

/** What is found for a question whose vector lies at an angle. */
async function hitsOf(
  items: readonly EmbeddedItem[],
  degrees: number,
  { text = '?', language }: { readonly text?: string; readonly language?: string },
): Promise<Hit[]> {
  const release = await releaseOf(items);
  const vector = vectorAt(degrees);
  const hits = release.findHits({ text, vector, tokens: null }, { limit: 5, exclude: [], language });
  release.close();
  return hits;
}

function vectorAt(degrees: number): Float32Array {
  const vector = new Float32Array(FAKE_DIMENSIONS);
  vector[0] = Math.cos((degrees * Math.PI) / 180);
  vector[1] = Math.sin((degrees * Math.PI) / 180);
  return vector;
}

async function releaseOf(items: readonly EmbeddedItem[]): Promise<OpenRelease> {
  // Opposite each item another one, so that the mean of all is zero and centring moves nothing.
  const opposite = items.map((entry, place) => {
    const turned = (entry.questionVectors[0] ?? new Float32Array(FAKE_DIMENSIONS)).map((value) => -value);
    const far = at(`opposite:${place}`, `x${place}`, 0);
    return { ...far, questionVectors: [turned], passageVector: turned };
  });
  const directory = temporaryFolder();
  const embedder = createFakeEmbedder();
  const store = createReleaseStore({ directory, now: () => new Date(0) });
  const { id } = await store.build([...items, ...opposite], embedder);
  return openRelease(directory, id, embedder);
}
