import { describe, expect, it } from 'vitest';
import { bandsFor, withThreshold } from '../../../../../index/search/confidence/bands.js';

describe('bandsFor', () => {
  it.each([
    [0.9, 0.2, 0, 0.85, 'the precision decides'],
    [0.95, 0.2, 0, 0.925, 'a higher one asks for more'],
    [0.9, 0.93, 0, 0.93, 'near misses within the corpus raise it'],
    [0.9, 0.93, 30, 0.89, 'half as much with 30 labels'],
    [0.9, 0.999, 0, 0.97, 'never so high that nothing is answered'],
    [0.99, 0.2, 0, 0.985, 'but as high as was asked for'],
  ])(
    'for %d with %d hidden and %d labels answers from %d: %s',
    (wantedPrecision, hiddenProbability, labels, answer) => {
      expect(bandsFor({ wantedPrecision, hiddenProbability, labels })).toEqual({
        answer,
        doubt: 0.55,
        askBack: 0.3,
      });
    },
  );

  it('keeps the bands in order for a low precision', () => {
    const bands = bandsFor({ wantedPrecision: 0.5, hiddenProbability: 0, labels: 0 });
    expect(bands).toEqual({ answer: 0.25, doubt: 0.25, askBack: 0.25 });
  });
});

describe('withThreshold', () => {
  const bands = { answer: 0.8, doubt: 0.5, askBack: 0.2 };

  it.each([
    [undefined, bands],
    [0.9, { answer: 0.9, doubt: 0.5, askBack: 0.2 }],
    [0.4, { answer: 0.4, doubt: 0.4, askBack: 0.2 }],
    [0, { answer: 0, doubt: 0, askBack: 0 }],
  ])('with %s keeps the bands in order', (threshold, expected) => {
    expect(withThreshold(bands, threshold)).toEqual(expected);
  });
});
