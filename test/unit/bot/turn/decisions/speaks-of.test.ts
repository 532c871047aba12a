import { describe, expect, it } from 'vitest';
import { speaksOf } from '../../../../../bot/turn/decisions/speaks-of.js';
import { item } from '../made-up.js';

const bundle = item('a', {
  question: 'Valt Zwitserland onder mijn bundel?',
  phrasings: ['roaming in Davos'],
  answer: 'Nee. Zet de **Wereldbundel** aan: 1 GB, € 10. De kabels en de tv tellen niet mee.',
});

describe('speaksOf', () => {
  it.each([
    ['a word of the question', ['zwitserland']],
    ['a word of another wording', ['davos']],
    ['a word of the answer', ['gb']],
    ['another ending', ['kabel']],
    ['the plural of a short word', ['tvs']],
    ['a part of a compound', ['wereld']],
    ['three words of four', ['kabels', 'bundel', 'davos', 'turkije']],
  ])('is true for %s', (_, words) => {
    expect(speaksOf(bundle, words)).toBe(true);
  });

  it.each([
    ['a word it lacks', ['turkije']],
    ['two words of three', ['kabels', 'bundel', 'turkije']],
    ['a short word inside another one', ['it']],
    ['a short word with another ending', ['tve']],
  ])('is false for %s', (_, words) => {
    expect(speaksOf(bundle, words)).toBe(false);
  });
});
