import { describe, expect, it } from 'vitest';
import { embedQuery } from '../../../../index/embedder/embed-query.js';
import { createFakeEmbedder } from '../../../support/embedding.js';

const companion = { id: 'fake-companion', dimensions: 64, language: 'en' };
const both = { companion, languages: ['en', 'nl'] };
const embedder = createFakeEmbedder('fake', 'en');

describe('embedQuery', () => {
  it.each([
    ['How do I activate my card?', undefined, both, true, 'the words are English'],
    ['Hoe activeer ik mijn kaart?', undefined, both, false, 'the words are Dutch'],
    ['Hoe activeer ik mijn kaart?', 'en', both, true, 'the caller knows better'],
    ['1234', undefined, both, false, 'nothing can be told'],
    ['1234', undefined, { companion, languages: ['en'] }, true, 'the release has one language'],
    [
      'How do I activate my card?',
      undefined,
      { ...both, companion: null },
      false,
      'the release has no such vectors',
    ],
  ])(
    'embeds "%s" (%s) for %o by the companion: %s, because %s',
    async (text, language, release, isBoth, _) => {
      const query = await embedQuery(embedder, release, text, language);
      expect(query.vector).toHaveLength(64);
      expect(query.companionVector !== null).toBe(isBoth);
    },
  );

  it('does without a companion', async () => {
    const query = await embedQuery(createFakeEmbedder(), both, 'How do I activate my card?');
    expect(query.companionVector).toBeNull();
  });
});
