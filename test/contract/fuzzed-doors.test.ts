import { beforeAll, describe, expect, it } from 'vitest';
import { type FuzzResult, fuzz } from '../bench/fuzz.js';

/** `npm run bench -- fuzz=25000` looks further. */
const EACH = 100;
const SEED = 20_261_130;

describe('changed messages through every door', () => {
  let result: FuzzResult;
  beforeAll(async () => {
    result = await fuzz({ each: EACH, seed: SEED });
  }, 60_000);

  it('never fail inside', () => {
    expect(result.doors.map(({ door }) => door)).toEqual([
      'direct line',
      '/api/messages',
      'messenger',
      'desk',
    ]);
    expect(result.doors.flatMap(({ failures }) => failures)).toEqual([]);
    expect(result.errors).toEqual({});
  });

  it('are taken and refused, both', () => {
    for (const { door, statuses } of result.doors) {
      const kinds = new Set(
        Object.keys(statuses)
          .filter((status) => status !== '501')
          .map((status) => status[0]),
      );
      expect({ door, kinds: [...kinds].sort() }).toEqual({ door, kinds: ['2', '4'] });
    }
  });

  it('keep nobody from a right answer to an ordinary question', () => {
    expect(result.doors.map(({ questions, answeredWrong }) => [questions, answeredWrong])).toEqual(
      result.doors.map(() => [1, 0]),
    );
  });

  it('leave nothing behind that is longer than it may be', () => {
    const beyond = Object.entries(result.stored).filter(([, { longest, most }]) => longest > most);
    expect(beyond).toEqual([]);
  });
});
