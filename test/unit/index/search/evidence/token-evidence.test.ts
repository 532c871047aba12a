import { describe, expect, it } from 'vitest';
import { storedQuestionTokens } from '../../../../../index/search/evidence/stored-question-tokens.js';
import { createTokenEvidence, meansByWord } from '../../../../../index/search/evidence/token-evidence.js';
import { fakeTokens } from '../../../../support/embedding.js';
import { storedTokens } from '../../../../support/stored-tokens.js';

const ITEMS = [
  ['reset the box', 'reset the box hold the button for ten seconds'],
  ['pay the bill', 'pay the bill in the app before friday'],
  ['empty', ''],
] as const;

describe('comparing token by token', () => {
  it('finds every word of a question that stands in the passage', () => {
    const compare = evidenceFor('hold the button');
    expect(compare(0)).toMatchObject({
      tokens: expect.closeTo(1, 1),
      found: 1,
      missing: expect.closeTo(0, 1),
    });
    expect(compare(1).tokens).toBeLessThan(0.6);
    expect(compare(1).found).toBeLessThan(0.5);
  });

  it('tells a title that the question speaks of from one that it does not', () => {
    const compare = evidenceFor('the box reset please');
    expect(compare(0).title).toBeCloseTo(1, 1);
    expect(compare(1).title).toBeLessThan(compare(0).title - 0.3);
    expect(compare(0).titleLow).toBeGreaterThan(compare(1).titleLow);
  });

  it('names the word that has no counterpart by its low cosine', () => {
    const { tokenCosines } = evidenceFor('pay the bill in spain')(1);
    const wordCosines = meansByWord(fakeTokens('pay the bill in spain'), tokenCosines);
    expect(wordCosines).toHaveLength(5);
    expect([...wordCosines].indexOf(Math.min(...wordCosines))).toBe(4);
  });

  it('weighs rare words more than frequent ones', () => {
    expect(evidenceFor('the friday')(1).tokens).toBeGreaterThan(evidenceFor('the spain')(1).tokens + 0.3);
  });

  it.each(['', 'words'])('says nothing of an item or a question without tokens: %j', (question) => {
    const { tokens, found, title } = evidenceFor(question)(question === '' ? 0 : 2);
    expect([tokens, found, title].every(Number.isFinite)).toBe(true);
  });

  it('gives an item its own question back as it was stored', () => {
    const own = storedQuestionTokens(storedTokens(ITEMS), 1);
    expect(own?.ids).toEqual(fakeTokens('pay the bill').ids);
    expect(own?.rows).toEqual(fakeTokens('pay the bill').rows);
  });
});

function evidenceFor(question: string) {
  return createTokenEvidence(storedTokens(ITEMS), ITEMS.length)(fakeTokens(question));
}
