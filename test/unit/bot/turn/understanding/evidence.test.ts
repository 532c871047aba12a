import { describe, expect, it } from 'vitest';
import { evidence, weigh } from '../../../../../bot/turn/understanding/evidence.js';

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
