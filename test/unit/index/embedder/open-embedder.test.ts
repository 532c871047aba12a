import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../../index/contracts.js';
import { openEmbedder } from '../../../../index/embedder/open-embedder.js';
import { dot } from '../../../../index/vector/vector-table.js';

const MODEL = 'multilingual-e5-small-nl-en-de-fr';
const workerFile = new URL('../../../../dist/index/embedder/embedding-worker.js', import.meta.url);
const options = { model: MODEL, modelsDirectory: 'data/models', allowRemote: false, workerFile };

describe('openEmbedder with the bundled model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder(options);
  });
  afterAll(() => embedder.close());

  it('says who it is', () => {
    expect(embedder.id).toMatch(/^multilingual-e5-small-nl-en-de-fr@[0-9a-f]{12}\/mean\/normalised$/);
    expect(embedder.dimensions).toBe(384);
    expect(embedder.meanVector).toHaveLength(384);
  });

  it('gives the same text the same vector of unit length', async () => {
    const first = await embedder.embedPassage('How do I port my number?');
    const again = await embedder.embedPassage('How do I port my number?');
    expect(again).toEqual(first);
    expect(dot(first, first)).toBeCloseTo(1, 4);
  });

  it('keeps its memory of questions apart from what callers do', async () => {
    const first = await embedder.embedQuestion('Is there roaming in Norway?');
    const copy = first.slice();
    first.fill(0);
    expect(await embedder.embedQuestion('Is there roaming in Norway?')).toEqual(copy);
  });

  it('embeds questions and passages differently', async () => {
    const question = await embedder.embedQuestion('router');
    expect(dot(question, await embedder.embedPassage('router'))).toBeLessThan(0.999);
  });

  it.each([
    ['empty', ''],
    ['very long', 'wifi '.repeat(60_000)],
    ['half a character', 'wifi \uD83D'],
    ['in a script it does not know', '如何激活我的卡'],
  ])('embeds a text that is %s', async (_, text) => {
    const vector = await embedder.embedQuestion(text);
    expect(dot(vector, vector)).toBeCloseTo(1, 4);
  });
});

describe('openEmbedder', () => {
  it('names the folder where a model is missing', async () => {
    const missing = openEmbedder({ ...options, model: 'no-such-model' });
    await expect(missing).rejects.toMatchObject({
      code: 'EMBEDDER_MODEL_MISSING',
      facts: { model: 'no-such-model', directory: 'data/models' },
    });
  });
});
