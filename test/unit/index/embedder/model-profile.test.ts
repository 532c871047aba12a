import { describe, expect, it } from 'vitest';
import { modelProfile } from '../../../../index/embedder/model-profile.js';

describe('modelProfile', () => {
  it.each([
    ['e5-small-community-nl-en', 'query: ', 'passage: ', 'mean'],
    ['Xenova/e5-base-v2', 'query: ', 'passage: ', 'mean'],
    ['Xenova/bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', '', 'cls'],
    ['Xenova/bge-m3', '', '', 'cls'],
    ['all-minilm-l6-v2-en', '', '', 'mean'],
    ['somebody/a-model-nobody-knows', '', '', 'mean'],
  ])('gives %s its prefixes and pooling', (model, questionPrefix, passagePrefix, pooling) => {
    expect(modelProfile(model)).toMatchObject({ questionPrefix, passagePrefix, pooling });
  });
});
