import { describe, expect, it } from 'vitest';
import { createBm25 } from '../../../../../index/lexical/bm25.js';
import { createDocumentTermsBuilder } from '../../../../../index/lexical/document-terms.js';
import { termsOf } from '../../../../../index/lexical/tokenize.js';
import { checkWords } from '../../../../../index/search/evidence/word-checks.js';

const TITLES = ['Voicemail uitzetten', 'Foutcode TV-203 op mijn tv', 'Travel with a dog'];

describe('words that turn a question round', () => {
  it.each([
    ['Hoe zet ik voicemail aan?', [1, 0, 0]],
    ['Hoe zet ik voicemail uit?', [0, 0, 0]],
    ['travel without a dog', [0, 0, 1]],
    ['travel with a cat', [0, 0, 0]],
  ])('are told in "%s"', (question, turned) => {
    expect(check(question).turned).toEqual(turned);
  });

  it.each([
    ['Foutcode TV-204', [1, 1, 1]],
    ['Foutcode TV-203', [1, 0, 1]],
    ['mijn tv doet het niet', [0, 0, 0]],
  ])('are numbers that an item lacks: "%s"', (question, missing) => {
    expect(check(question).numbersMissing).toEqual(missing);
  });
});

function check(question: string) {
  const builder = createDocumentTermsBuilder();
  for (const title of TITLES) builder.add(termsOf(title));
  const bm25 = createBm25(builder.finish());
  return checkWords({ itemWords: bm25, questionWords: bm25 }, termsOf(question), Uint32Array.of(0, 1, 2));
}
