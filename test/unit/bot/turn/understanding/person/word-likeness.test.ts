import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { describe, expect, it } from 'vitest';
import { knownWord } from '../../../../../../bot/turn/understanding/person/word-likeness.js';
import { fc } from '../../../../../support/properties.js';

describe('knownWord', () => {
  it.each([
    ['medewerker', 'medewerker'],
    ['medewerke', 'medewerker'],
    ['medewerkerr', 'medewerker'],
    ['medewarker', 'medewerker'],
    ['meedwerker', 'medewerker'],
    ['edewerkerm', null],
    ['medwrker', null],
    ['mens', 'mens'],
    ['wens', null],
  ])('takes "%s" for %s', (typed, known) => {
    expect(knownWord(typed, new Set(['medewerker', 'mens']))).toBe(known);
  });

  it('repairs exactly what is one typing error away', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 7, maxLength: 10 });
    fc.assert(
      fc.property(word, word, (typed, known) => {
        const distance = DamerauLevenshteinDistance(typed, known, { restricted: true });
        expect(knownWord(typed, new Set([known]))).toBe(distance <= 1 ? known : null);
      }),
    );
    // Chance seldom makes neighbours: one letter changed on purpose.
    fc.assert(
      fc.property(word, fc.nat(6), fc.constantFrom('', 'a', 'bc'), (known, at, put) => {
        const typed = known.slice(0, at) + put + known.slice(at + 1);
        fc.pre(typed.length >= 7);
        const distance = DamerauLevenshteinDistance(typed, known, { restricted: true });
        expect(knownWord(typed, new Set([known]))).toBe(distance <= 1 ? known : null);
      }),
    );
  });
});
