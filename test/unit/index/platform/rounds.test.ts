import { describe, expect, it } from 'vitest';
import { createLoopRounds } from '../../../../index/platform/event-loop/rounds.js';

/** What had begun after each of the next rounds of the event loop. */
async function watchRounds(begun: readonly string[], rounds: number): Promise<string[]> {
  const after: string[] = [];
  for (let round = 0; round < rounds; round++) {
    await new Promise(setImmediate);
    after.push(begun.join(' '));
  }
  return after;
}

describe('rounds of the event loop', () => {
  it('have one piece of a line each, in the order in which they came', async () => {
    const line = createLoopRounds().openLine();
    const begun: string[] = [];
    for (const name of ['a', 'b', 'c']) line(() => begun.push(name));
    expect(begun).toEqual([]);
    expect(await watchRounds(begun, 3)).toEqual(['a', 'a b', 'a b c']);
    // And begin again after everybody has had theirs.
    line(() => begun.push('d'));
    expect((await watchRounds(begun, 2)).at(-1)).toBe('a b c d');
  });

  it('are shared by lines in turn, so that a long line holds no other up', async () => {
    const rounds = createLoopRounds();
    const begun: string[] = [];
    const [turns, searches] = [rounds.openLine(), rounds.openLine()];
    for (const name of ['t1', 't2', 't3']) turns(() => begun.push(name));
    searches(() => begun.push('s1'));
    expect(await watchRounds(begun, 4)).toEqual(['t1', 't1 s1', 't1 s1 t2', 't1 s1 t2 t3']);
  });

  it('take a piece that a piece has put in', async () => {
    const line = createLoopRounds().openLine();
    const begun: string[] = [];
    line(() => line(() => begun.push('inner')));
    expect((await watchRounds(begun, 3)).at(-1)).toBe('inner');
  });
});
