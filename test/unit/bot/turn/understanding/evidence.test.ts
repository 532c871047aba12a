import { describe, expect, it } from 'vitest';
import { evidence, weigh } from '../../../../../bot/turn/understanding/evidence.js';
import { moodOf } from '../../../../../bot/turn/understanding/mood-of.js';
import { fc } from '../../../../support/properties.js';

describe('weigh', () => {
  const table = [
    evidence('late', 2, 'late|overdue'),
    evidence('late', 1, 'slow'),
    evidence('asking', -1.5, 'how'),
  ];

  it('counts a kind once, with its strongest entry', () => {
    expect(weigh('late and overdue and slow', table)).toEqual({ points: 2, kinds: new Set(['late']) });
    expect(weigh('slow', table).points).toBe(1);
  });

  it('takes away what speaks against and does not count it as a kind', () => {
    expect(weigh('how late', table)).toEqual({ points: 0.5, kinds: new Set(['late']) });
  });

  it('meets whole words only', () => {
    expect(weigh('plate translated', table).points).toBe(0);
  });
});

describe('moodOf', () => {
  it.each([
    'ridiculous',
    'belachelijk',
    'kut',
    'shit',
    'again',
    'third',
    'boos',
    'furious',
    'useless',
    '!!!',
    'NIEMAND',
    'nog steeds',
    'serieus',
  ])('is calm for a single "%s"', (word) => {
    expect(moodOf(word)).toBe('calm');
  });

  it('reads a story sentence by sentence', () => {
    const calm =
      'I moved in on Monday. The boxes are everywhere and the cat is angry with me. My son sleeps on the floor. ' +
      'Now I wonder which router fits here. Do you have one for two floors?';
    expect(moodOf(calm)).toBe('calm');
    expect(moodOf(`${calm} THIS IS RIDICULOUS, I have asked three times now!!`)).toBe('annoyed');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => ['calm', 'annoyed'].includes(moodOf(text))),
    );
  });
});
