import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder, TokenReader } from '../../../../index/contracts/embedder.js';
import { openEmbedder } from '../../../../index/embedder/open-embedder.js';
import { dot } from '../../../../index/vector/vector-table.js';

const MODEL = 'e5-small-community-nl-en';
const workerFile = new URL('../../../../dist/index/embedder/embedding-worker.js', import.meta.url);
const options = { model: MODEL, modelsDirectory: 'data/models', allowRemote: false, workerFile };

describe('openEmbedder with the bundled model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder(options);
  });
  afterAll(() => embedder.close());

  it('says who it is', () => {
    expect(embedder.id).toMatch(/^e5-small-community-nl-en@[0-9a-f]{12}\/mean\/normalised\/tokens-96$/);
    expect(embedder.dimensions).toBe(384);
    expect(embedder.meanVector).toHaveLength(384);
  });

  it('gives the same text the same vector of unit length', async () => {
    const first = await embedder.embedPassage('How do I port my number?');
    const again = await embedder.embedPassage('How do I port my number?');
    expect(again).toEqual(first);
    expect(dot(first, first)).toBeCloseTo(1, 4);
  });

  it('reads a question token by token, without prefix and marks', async () => {
    const { tokens } = await readerOf(embedder).readQuestion('TV-203 on my tv');
    expect(tokens.rows).toHaveLength(tokens.ids.length * 96);
    // "TV-203" is several tokens of one word.
    expect([...tokens.wordOfToken].at(-1)).toBe(3);
    expect(tokens.ids.length).toBeGreaterThan(4);
    const [first = 0, last = 0] = [tokens.ids.at(0), tokens.ids.at(-1)];
    expect([first, last]).not.toContain(0);
    expect([first, last]).not.toContain(2);
  });

  it('gives what four inner layers make of a question, and none of a passage', async () => {
    const { readQuestion, readPassage } = readerOf(embedder);
    const { layers } = await readQuestion('I want to talk to somebody');
    expect(layers).toHaveLength(4 * embedder.dimensions);
    expect((await readQuestion('What time is it')).layers).not.toEqual(layers);
    expect((await readPassage('I want to talk to somebody')).layers).toHaveLength(0);
  });

  it('has the id of the weights that gave the same vectors, so that an index built with them stays good', () => {
    expect(embedder.id).toContain('@1546870b63c3/');
  });

  it('makes rows of unit length that are alike for a word and its translation', async () => {
    const { readQuestion, dimensions } = readerOf(embedder);
    const rowOf = async (text: string) => (await readQuestion(text)).tokens.rows.slice(0, dimensions);
    const cosine = (left: Int8Array, right: Int8Array) =>
      left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0) / 127 ** 2;
    const [invoice, factuur, weather] = [
      await rowOf('invoice'),
      await rowOf('factuur'),
      await rowOf('weather'),
    ];
    expect(cosine(invoice, invoice)).toBeCloseTo(1, 1);
    expect(cosine(invoice, factuur)).toBeGreaterThan(cosine(invoice, weather) + 0.2);
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

function readerOf({ tokens }: Embedder): TokenReader {
  if (!tokens) throw new Error('the bundled model compares tokens');
  return tokens;
}

describe('openEmbedder', () => {
  it('names the folder where a model is missing', async () => {
    const missing = openEmbedder({ ...options, model: 'no-such-model' });
    await expect(missing).rejects.toMatchObject({
      code: 'EMBEDDER_MODEL_MISSING',
      facts: { model: 'no-such-model', directory: 'data/models' },
    });
  });
});
