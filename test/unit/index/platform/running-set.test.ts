import { describe, expect, it } from 'vitest';
import { createRunningSet } from '../../../../index/platform/running-set.js';

describe('a running set', () => {
  it('is idle when all that was added has ended, also what was added meanwhile', async () => {
    const running = createRunningSet();
    const ended: string[] = [];
    const first = deferred();
    const second = deferred();
    running.add(first.promise.then(() => void ended.push('first')));
    const idle = running.idle().then(() => void ended.push('idle'));
    running.add(second.promise.then(() => void ended.push('second')));
    expect(running.size).toBe(2);
    first.resolve();
    await first.promise;
    second.resolve();
    await idle;
    expect(ended).toEqual(['first', 'second', 'idle']);
    expect(running.size).toBe(0);
  });

  it('goes on after work that failed', async () => {
    const running = createRunningSet();
    running.add(Promise.reject(new Error('broken')));
    await running.idle();
    expect(running.size).toBe(0);
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
