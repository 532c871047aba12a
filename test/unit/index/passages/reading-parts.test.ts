import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { readingParts } from '../../../../index/passages/reading-parts.js';
import { fc } from '../../../support/properties.js';

const partsOf = (markdown: string) => readingParts(parseAnswer(markdown));

describe('readingParts', () => {
  it('takes each step for itself, with its number, and the first with what introduces it', () => {
    const parts = partsOf('Doe dit:\n\n1. Zet de box uit.\n2. Wacht een minuut.\n3. Zet hem weer aan.');
    expect(parts.map(({ text }) => text)).toEqual([
      'Doe dit:\n\n1. Zet de box uit.',
      '2. Wacht een minuut.',
      '3. Zet hem weer aan.',
    ]);
    expect(parts.map(({ isStep }) => isStep)).toEqual([true, true, true]);
  });

  it('keeps what stands behind the steps as a part of its own', () => {
    const last = partsOf('1. Zet de box uit.\n2. Wacht.\n\nBlijft hij rood? Bel dan even.').at(-1);
    expect(last).toMatchObject({ plain: 'Blijft hij rood? Bel dan even.', isStep: false });
  });

  it('takes each sentence of a paragraph for itself', () => {
    expect(partsOf('De box is oud. Je kunt een nieuwe bestellen bij de winkel.')).toMatchObject([
      { plain: 'De box is oud.', isStep: false },
      { plain: 'Je kunt een nieuwe bestellen bij de winkel.', isStep: false },
    ]);
  });

  it('leaves no word of an answer of plain sentences out', () => {
    const sentence = fc.constantFrom('Zet de box uit.', 'Wacht een minuut.', 'Kijk of het lampje groen is.');
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const read = partsOf(sentences.join(' ')).map(({ plain }) => plain);
        expect(read.join(' ')).toBe(sentences.join(' '));
      }),
    );
  });
});
