import { describe, expect, it } from 'vitest';
import { capAnonymous } from '../../../../../index/search/confidence/cap-anonymous.js';

const entries = (count: number, weight: number, isAnonymous: boolean) =>
  Array.from({ length: count }, () => ({ weight, isAnonymous }));
const weightOf = (capped: readonly { weight: number; isAnonymous: boolean }[], isAnonymous: boolean) =>
  capped.filter((entry) => entry.isAnonymous === isAnonymous).reduce((sum, { weight }) => sum + weight, 0);

describe('what anonymous people said', () => {
  it.each([
    { known: 10, theirs: 100, counted: 10 }, // as much as the others
    { known: 100, theirs: 10, counted: 10 }, // all of it
    { known: 0, theirs: 100, counted: 30 }, // as much as the prior
    { known: 0, theirs: 5, counted: 5 },
  ])('weighs $counted of $theirs beside $known', ({ known, theirs, counted }) => {
    const capped = capAnonymous([...entries(known * 2, 0.5, false), ...entries(theirs * 4, 0.25, true)]);
    expect(weightOf(capped, true)).toBeCloseTo(counted);
    expect(weightOf(capped, false)).toBeCloseTo(known);
  });
});
