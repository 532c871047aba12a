import { describe, expect, it } from 'vitest';
import type { EmbeddedItem } from '../../../../index/contracts.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { withThreshold } from '../../../../index/search/bands.js';
import { embeddedItems } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const DIFFERENT: [string, string, string][] = [
  ['a:1', 'activate sim card', 'Switch it on.'],
  ['a:2', 'red light on router', 'Pull the plug.'],
  ['a:3', 'invoice too high', 'Look under Bills.'],
  ['a:4', 'television without sound', 'Turn it up.'],
];

describe('the bands of a release', () => {
  it('start at .7 where the corpus does not resemble itself', async () => {
    expect(await bandsOf(embeddedItems(DIFFERENT))).toEqual({ answer: 0.7, doubt: 0.5, askBack: 0.25 });
  });

  it('rise where other answers look right to its own questions', async () => {
    const confusing = DIFFERENT.flatMap(([id, question, answer]): [string, string, string][] => [
      [id, question, answer],
      [`${id}b`, question, `${answer} Or not.`],
    ]);
    expect((await bandsOf(embeddedItems(confusing))).answer).toBeGreaterThan(0.9);
  });

  it('are there for an empty release too', async () => {
    expect(await bandsOf([])).toEqual({ answer: 0.7, doubt: 0.5, askBack: 0.25 });
  });
});

describe('withThreshold', () => {
  const bands = { answer: 0.8, doubt: 0.5, askBack: 0.25 };

  it.each([
    [undefined, bands],
    [0.9, { answer: 0.9, doubt: 0.5, askBack: 0.25 }],
    [0.4, { answer: 0.4, doubt: 0.4, askBack: 0.25 }],
    [0, { answer: 0, doubt: 0, askBack: 0 }],
  ])('with %s keeps the bands in order', (threshold, expected) => {
    expect(withThreshold(bands, threshold)).toEqual(expected);
  });
});

async function bandsOf(items: readonly EmbeddedItem[]) {
  const store = createReleaseStore({ directory: temporaryFolder(), now: () => new Date(0) });
  return (await store.build(items, createFakeEmbedder())).bands;
}
