import { describe, expect, it } from 'vitest';
import { createSaidOnce } from '../../../../channels/desk/said-once.js';

describe('a reply sent again', () => {
  it('is said once, also while the first is under way', async () => {
    const saidOnce = createSaidOnce<number>(10);
    let count = 0;
    const say = async () => ++count;
    expect(await Promise.all([saidOnce('a', say), saidOnce('a', say)])).toEqual([1, 1]);
    expect(await saidOnce('a', say)).toBe(1);
    expect(await saidOnce('b', say)).toBe(2);
  });

  it('is tried again after a failure', async () => {
    const saidOnce = createSaidOnce<string>(10);
    await expect(saidOnce('a', () => Promise.reject(new TypeError('no')))).rejects.toThrow('no');
    expect(await saidOnce('a', async () => 'said')).toBe('said');
  });

  it('is forgotten in time, the oldest first', async () => {
    const saidOnce = createSaidOnce<number>(2);
    let count = 0;
    const say = async () => ++count;
    for (const key of ['a', 'b', 'c']) await saidOnce(key, say);
    expect(await saidOnce('c', say)).toBe(3);
    expect(await saidOnce('a', say)).toBe(4);
  });
});
