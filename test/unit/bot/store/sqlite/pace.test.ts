import { describe, expect, it } from 'vitest';
import { createPace } from '../../../../../bot/store/sqlite/pace.js';

describe('a pace', () => {
  it('lets one go on in each round of the event loop, in order', async () => {
    const pace = createPace();
    const seen: string[] = [];
    const all = Promise.all(['a', 'b', 'c'].map((name) => pace().then(() => seen.push(name))));
    const rounds: string[][] = [];
    for (let round = 0; round < 3; round++) {
      await new Promise(setImmediate);
      rounds.push([...seen]);
    }
    await all;
    expect(rounds).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']]);
  });

  it('begins again after everybody has gone on', async () => {
    const pace = createPace();
    await pace();
    await expect(pace()).resolves.toBeUndefined();
  });
});
