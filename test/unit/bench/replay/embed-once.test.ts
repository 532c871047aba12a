import { expect, it } from 'vitest';
import { embedOnce } from '../../../bench/replay/embed-once.js';
import { createFakeEmbedder } from '../../../support/embedding.js';

it('embeds a text once for each kind', async () => {
  const fake = createFakeEmbedder();
  const embedder = embedOnce(fake);
  for (const text of ['bill', 'bill', 'card']) {
    await embedder.embedQuestion(text);
    await embedder.embedPassage(text);
  }
  expect([...fake.embedded].sort()).toEqual(['bill', 'bill', 'card', 'card']);
});

it('gives what the embedder gives', async () => {
  const fake = createFakeEmbedder();
  const vector = await embedOnce(fake).embedQuestion('bill');
  expect(vector).toEqual(await fake.embedQuestion('bill'));
});
