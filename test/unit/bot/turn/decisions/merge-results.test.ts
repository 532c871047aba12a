import { describe, expect, it } from 'vitest';
import { mergeResults } from '../../../../../bot/turn/turn.js';
import { fc } from '../../../../support/properties.js';
import { hit, result } from '../made-up.js';

const watch = {
  question: 'Apple Watch koppelen',
  answer: 'Zet Duo aan in de app. Het kost 5 euro per maand.',
};
const other = result(hit('other', 0.4));
const inContext = result(hit('watch', 0.9, watch), hit('second', 0.2));
const taken = { ...inContext, hasContext: true };

describe('mergeResults', () => {
  it('has only one result without context', () => {
    expect(mergeResults(other, null, 'en de app?')).toBe(other);
    expect(mergeResults(other, result(), 'en dan?')).toBe(other);
  });

  it.each(['hoe lang duurt dat?', 'and what does it cost', 'en dan'])(
    'goes on where "%s" names no subject',
    (text) => {
      expect(mergeResults(result(hit('other', 0.95)), inContext, text)).toEqual(taken);
    },
  );

  it.each(['in de app?', 'en met de apps', 'kan mijn watch ook'])(
    'takes the higher where the item speaks of "%s", and the thread where that goes on',
    (text) => {
      expect(mergeResults(other, inContext, text)).toEqual(taken);
      const sure = result(hit('other', 0.95));
      const isMarked = text.startsWith('en ');
      expect(mergeResults(sure, inContext, text)).toEqual(isMarked ? taken : sure);
    },
  );

  it('prefers the words of the customer on a tie', () => {
    const tie = result(hit('other', 0.9));
    expect(mergeResults(tie, inContext, 'in de app?')).toBe(tie);
  });

  it('leaves the question before out for another subject', () => {
    const likely = result(hit('other', 0.6));
    expect(mergeResults(likely, inContext, 'wifi wachtwoord wijzigen')).toBe(likely);
  });

  it('weighs both readings where nothing speaks of the words, and less for it', () => {
    const merged = mergeResults(result(hit('other', 0.2)), inContext, 'en in turkije?');
    expect(merged.hasContext).toBe(true);
    expect(merged.hits.map(({ item, confidence }) => [item.id, confidence])).toEqual([
      ['watch', { probability: expect.closeTo(0.315), reason: 'weak-match' }],
      ['second', { probability: expect.closeTo(0.07), reason: 'weak-match' }],
      ['other', { probability: expect.closeTo(0.07), reason: 'weak-match' }],
    ]);
    const sure = mergeResults(result(hit('other', 0.95)), inContext, 'en in turkije?');
    expect(sure.hits[0]?.confidence.probability).toBeLessThan(sure.bands.doubt);
  });

  it('never makes a hit more probable than a search did', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    const text = fc.constantFrom('en dan?', 'in de app?', 'en in turkije?', 'wifi wachtwoord', '', '€ ?');
    fc.assert(
      fc.property(probability, probability, text, (one, two, said) => {
        const merged = mergeResults(result(hit('a', one)), result(hit('watch', two, watch)), said);
        expect(merged.hits[0]?.confidence.probability).toBeLessThanOrEqual(Math.max(one, two));
      }),
    );
  });
});
