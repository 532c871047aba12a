import { describe, expect, it } from 'vitest';
import { createGate } from '../../../../../bot/store/sqlite/gate.js';

describe('a gate', () => {
  /** Lets `names` through; each takes `workMs` of a clock that stands still otherwise. */
  async function pass(names: readonly string[], sliceMs: number, workMs: number) {
    let time = 0;
    const seen: string[] = [];
    const gate = createGate(sliceMs, undefined, () => time);
    let isEnded = false;
    const rounds = (async () => {
      while (!isEnded) {
        await new Promise(setImmediate);
        seen.push('round');
      }
    })();
    await Promise.all(
      names.map(async (name) => {
        await gate.enter();
        seen.push(`${name} in`);
        time += workMs;
        await Promise.resolve();
        seen.push(`${name} out`);
        gate.leave();
      }),
    );
    isEnded = true;
    await rounds;
    return { seen, gate };
  }

  it('lets one in at a time, in order', async () => {
    const { seen, gate } = await pass(['a', 'b', 'c'], 100, 1);
    const passed = seen.filter((step) => step !== 'round');
    expect(passed).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(gate.isTaken).toBe(false);
  });

  it('goes on without a pause while the slice lasts', async () => {
    const { seen } = await pass(['a', 'b', 'c'], 100, 1);
    expect(seen.indexOf('round')).toBeGreaterThan(seen.indexOf('c out'));
  });

  it('lets the event loop round when the slice is over', async () => {
    const { seen } = await pass(['a', 'b', 'c', 'd'], 10, 6);
    const between = seen.slice(seen.indexOf('b out'), seen.indexOf('c in'));
    expect(between).toContain('round');
    expect(seen.slice(0, seen.indexOf('b out'))).not.toContain('round');
  });

  it('makes a newcomer wait when the slice is over', async () => {
    let time = 0;
    const gate = createGate(5, undefined, () => time);
    await gate.enter();
    time = 5;
    gate.leave();
    let isIn = false;
    const entered = gate.enter().then(() => {
      isIn = true;
    });
    await Promise.resolve();
    expect([isIn, gate.isTaken]).toEqual([false, false]);
    await entered;
    expect(gate.isTaken).toBe(true);
  });
});
