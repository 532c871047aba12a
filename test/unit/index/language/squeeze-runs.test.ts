import { describe, expect, it } from 'vitest';
import { wordsToUnderstand } from '../../../../bot/reception/words-to-understand.js';
import { squeezeRuns } from '../../../../index/language/squeeze-runs.js';
import { fc } from '../../../support/properties.js';

const LIMITS = { sameSign: 3, unbroken: 6, blanks: 2 };

describe('runs in a text', () => {
  it.each([
    ['noooooo!', 'nooo!'],
    ['abcdefghij kl', 'abcdef kl'],
    ['a \n \n b', 'a \nb'],
    ['😀😀😀😀😀', '😀😀😀'],
    ['een gewone zin.', 'een gewone zin.'],
  ])('are shortened: %j', (text, squeezed) => {
    expect(squeezeRuns(text, { ...LIMITS, unbroken: text.startsWith('a') ? 6 : 20 })).toBe(squeezed);
  });

  it('are never longer than they may be, whatever the text, and no words are lost between', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '!', '😀') }), (text) => {
        const squeezed = squeezeRuns(text, LIMITS);
        expect(squeezed).not.toMatch(/\S{13}|\s{3}/);
        expect(squeezed.split(/\s+/).length).toBe(text.split(/\s+/).length);
      }),
    );
  });

  it('of a customer are bounded for the bot, and words as people write them stay', () => {
    expect(wordsToUnderstand(`${'x'.repeat(9_000)}@`)).toHaveLength(12);
    expect(wordsToUnderstand('ja '.repeat(9_000)).length).toBeLessThanOrEqual(4_000);
    const question =
      'Hallo!!! Mijn wifi valt weg.\n\nZie https://example.com/een/lang/adres?met=van&alles=erbij';
    expect(wordsToUnderstand(question)).toBe(question);
  });
});
