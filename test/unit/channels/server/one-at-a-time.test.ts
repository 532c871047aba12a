import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { createOneAtATime } from '../../../../channels/server/front/one-at-a-time.js';

const responseOf = (isDestroyed = false) =>
  Object.assign(new EventEmitter(), { destroyed: isDestroyed }) as unknown as ServerResponse;
const aRound = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the requests of an address that asks for much', () => {
  it('begin in their order, each when the one before was answered, and not those of others', async () => {
    const line = createOneAtATime(3_600_000);
    const begun: string[] = [];
    const responses = ['a1', 'a2', 'a3'].map((name) => {
      const response = responseOf();
      line.enter('a', response, () => begun.push(name));
      return response;
    });
    line.enter('b', responseOf(), () => begun.push('b1'));
    expect(begun).toEqual(['a1', 'b1']);
    responses[0]?.emit('close');
    expect(begun).toEqual(['a1', 'b1']);
    await aRound();
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    responses[1]?.emit('close');
    await aRound();
    responses[2]?.emit('close');
    await aRound();
    expect(begun).toEqual(['a1', 'b1', 'a2', 'a3']);
    line.enter('a', responseOf(), () => begun.push('a4'));
    expect(begun.at(-1)).toBe('a4');
  });

  it('wait for none that takes long, and not for one whose connection has ended meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const line = createOneAtATime(100);
      const begun: string[] = [];
      line.enter('a', responseOf(), () => begun.push('a file'));
      line.enter('a', responseOf(true), () => begun.push('gone'));
      line.enter('a', responseOf(), () => begun.push('a page'));
      vi.advanceTimersByTime(100);
      await aRound();
      await aRound();
      expect(begun).toEqual(['a file', 'a page']);
    } finally {
      vi.useRealTimers();
    }
  });
});
