import { describe, expect, it } from 'vitest';
import { createFairTurns } from '../../../../bot/reception/fair-turns.js';

/** Turns that end when the test lets them, and the order in which they began. */
function stage(limits: { readonly atOnce: number; readonly ofKey: number }) {
  const fairly = createFairTurns({ ...limits, ofOnlyKey: 3, lookBack: 5 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    take(key: string, name: string, failure?: Error) {
      return fairly.take(key, async () => {
        begun.push(name);
        await new Promise<void>((end) => ends.set(name, end));
        if (failure) throw failure;
        return name;
      });
    },
    async end(name: string) {
      ends.get(name)?.();
      // What waits begins a few promises later.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('turns of many who ask at once', () => {
  it('begin at once while there is room, and give what they give', async () => {
    const { begun, take, end } = stage({ atOnce: 2, ofKey: 2 });
    const first = take('a', 'a1');
    void take('a', 'a2');
    expect(begun).toEqual(['a1', 'a2']);
    await end('a1');
    expect(await first).toBe('a1');
  });

  it('let somebody from elsewhere in at once, however many wait of one address', async () => {
    const { begun, take } = stage({ atOnce: 4, ofKey: 2 });
    for (let number = 1; number <= 100; number += 1) void take('flood', `f${number}`);
    void take('honest', 'h1');
    expect(begun).toEqual(['f1', 'f2', 'h1']);
  });

  it('go round by address where all places are taken', async () => {
    const { begun, take, end } = stage({ atOnce: 1, ofKey: 1 });
    for (const name of ['a1', 'a2', 'a3']) void take('a', name);
    for (const name of ['b1', 'b2']) void take('b', name);
    void take('c', 'c1');
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  });

  it('may be more of one address while nobody else has asked for a while', async () => {
    const { begun, take, end } = stage({ atOnce: 9, ofKey: 1 });
    for (let number = 1; number <= 5; number += 1) void take('office', `o${number}`);
    for (let number = 1; number <= 4; number += 1) {
      expect(begun.at(-1)).toBe(`o${number}`);
      await end(`o${number}`);
    }
    for (const name of ['o6', 'o7', 'o8']) void take('office', name);
    expect(begun.slice(-3)).toEqual(['o5', 'o6', 'o7']);
    void take('elsewhere', 'e1');
    expect(begun.at(-1)).toBe('e1');
    await end('o5');
    // Two of the office are still under way, and it is alone no longer.
    expect(begun.at(-1)).toBe('e1');
  });

  it('give their place free when they fail', async () => {
    const { begun, take, end } = stage({ atOnce: 1, ofKey: 1 });
    const failing = take('a', 'a1', new Error('no'));
    void take('b', 'b1');
    failing.catch(() => {});
    await end('a1');
    await expect(failing).rejects.toThrow('no');
    expect(begun).toEqual(['a1', 'b1']);
  });
});
