import { describe, expect, it } from 'vitest';
import { BoundedMap, createBoundedSet } from '../../../../index/platform/bounded-map.js';
import { fc } from '../../../support/properties.js';

describe('a bounded map', () => {
  it('holds the newest keys, in the order in which they first came', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 6 }), (given, most) => {
        const map = new BoundedMap<number, number>(most);
        const expected: number[] = [];
        for (const [place, key] of given.entries()) {
          map.set(key, place);
          if (!expected.includes(key)) expected.push(key);
          if (expected.length > most) expected.shift();
          expect(map.get(key)).toBe(place);
        }
        expect([...map.keys()]).toEqual(expected);
      }),
    );
  });
});

describe('a bounded set', () => {
  it('forgets the oldest key', () => {
    const seen = createBoundedSet<string>(2);
    for (const key of ['a', 'b', 'b', 'c']) seen.add(key);
    expect(['a', 'b', 'c'].map((key) => seen.has(key))).toEqual([false, true, true]);
  });
});
