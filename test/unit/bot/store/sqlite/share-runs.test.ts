import { describe, expect, it } from 'vitest';
import { shareRuns } from '../../../../../bot/store/sqlite/share-runs.js';

describe('shared runs', () => {
  /** A task whose runs end when they are told to. */
  function heldTask() {
    const runs: { end(): void; fail(reason: string): void }[] = [];
    const call = shareRuns(
      () =>
        new Promise<void>((resolve, reject) => {
          runs.push({ end: resolve, fail: (reason) => reject(new Error(reason)) });
        }),
    );
    return { runs, call };
  }
  const settled = () => new Promise(setImmediate);

  it('begin at once where none is under way', () => {
    const { runs, call } = heldTask();
    void call();
    expect(runs).toHaveLength(1);
  });

  it('cover only callers who came before they began', async () => {
    const { runs, call } = heldTask();
    const ended: string[] = [];
    for (const name of ['first', 'second', 'third']) void call().then(() => ended.push(name));
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await settled();
    expect(ended).toEqual(['first']);
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await settled();
    expect(ended).toEqual(['first', 'second', 'third']);
    expect(runs).toHaveLength(2);
  });

  it('tell a failure only to those who shared it', async () => {
    const { runs, call } = heldTask();
    const results = Promise.allSettled([call(), call()]);
    runs[0]?.fail('no disk');
    await settled();
    runs[1]?.end();
    expect(await results).toMatchObject([
      { status: 'rejected', reason: { message: 'no disk' } },
      { status: 'fulfilled' },
    ]);
  });
});
