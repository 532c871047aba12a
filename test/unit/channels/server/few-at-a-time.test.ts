import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { createFewAtATime } from '../../../../channels/server/front/few-at-a-time.js';

const responseOf = (isDestroyed = false) =>
  Object.assign(new EventEmitter(), { destroyed: isDestroyed }) as unknown as ServerResponse;
const aRound = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the requests of one address', () => {
  it('begin in their order, as many as may at a time, and wait for none of others', async () => {
    const line = createFewAtATime(3_600_000);
    const begun: string[] = [];
    const responses = ['a1', 'a2', 'a3', 'a4'].map((name) => {
      const response = responseOf();
      line.enter('a', response, 2, () => begun.push(name));
      return response;
    });
    line.enter('b', responseOf(), 2, () => begun.push('b1'));
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    responses[1]?.emit('close');
    // In the next round of the event loop.
    expect(begun).toHaveLength(3);
    await aRound();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
    // Whoever may have one at a time from now on waits for all that is under way.
    line.enter('a', responseOf(), 1, () => begun.push('a5'));
    for (const place of [0, 2]) responses[place]?.emit('close');
    await aRound();
    expect(begun.slice(4)).toEqual(['a4']);
    responses[3]?.emit('close');
    await aRound();
    expect(begun.slice(4)).toEqual(['a4', 'a5']);
  });

  it('wait for none that takes long, and not for one whose connection has ended meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const line = createFewAtATime(100);
      const begun: string[] = [];
      line.enter('a', responseOf(), 1, () => begun.push('a file'));
      line.enter('a', responseOf(true), 1, () => begun.push('gone'));
      line.enter('a', responseOf(), 1, () => begun.push('a page'));
      vi.advanceTimersByTime(100);
      await aRound();
      await aRound();
      expect(begun).toEqual(['a file', 'a page']);
    } finally {
      vi.useRealTimers();
    }
  });
});
