import { describe, expect, it } from 'vitest';
import { embedQuery } from '../../../../index/embedder/embed-query.js';
import { createFakeEmbedder, fakeTokens, withTokens } from '../../../support/embedding.js';

describe('embedQuery', () => {
  it('reads a question with its tokens in one run', async () => {
    const fake = createFakeEmbedder();
    const query = await embedQuery(withTokens(fake), 'activate my card');
    expect(query.tokens).toEqual(fakeTokens('activate my card'));
    expect(query.vector).toHaveLength(64);
    expect(fake.embedded).toEqual(['activate my card']);
  });

  it('does without tokens where the model compares none', async () => {
    expect((await embedQuery(createFakeEmbedder(), 'activate my card')).tokens).toBeNull();
  });
});
