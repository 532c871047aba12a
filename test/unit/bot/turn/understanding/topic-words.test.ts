import { describe, expect, it } from 'vitest';
import { topicWordsOf } from '../../../../../bot/turn/understanding/topic-words.js';

describe('topicWordsOf', () => {
  it.each([
    ['En in Zwitserland?', ['zwitserland']],
    ['How much are those mesh points, those mesh points?', ['mesh', 'points']],
    ['ik wil iets anders weten', ['anders']],
    ['iPhone 15', ['iphone', '15']],
    ['één vráág over 5G', ['5g']],
  ])('names what "%s" is about', (text, words) => {
    expect(topicWordsOf(text)).toEqual(words);
  });

  it.each(['hoe lang duurt dat?', "and what's that going to cost me", 'waar vind ik die', '…', ''])(
    'finds no subject in "%s"',
    (text) => {
      expect(topicWordsOf(text)).toEqual([]);
    },
  );
});
