import { describe, expect, it } from 'vitest';
import { createLanes } from '../../../../index/platform/lanes.js';

describe('lanes', () => {
  it('run tasks of one key one after the other', async () => {
    const lanes = createLanes();
    const seen: string[] = [];
    const task = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => lanes.serially('k', task(name))));
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('run tasks of different keys side by side', async () => {
    const lanes = createLanes();
    let release = () => {};
    const blocked = lanes.serially('slow', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(lanes.serially('fast', async () => 'done')).resolves.toBe('done');
    release();
    await blocked;
  });

  it('go on after a task that failed', async () => {
    const lanes = createLanes();
    const failed = lanes.serially('k', async () => {
      throw new Error('broken');
    });
    const next = lanes.serially('k', async () => 'next');
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('next');
  });

  it('are idle once each of many has done its task', async () => {
    const lanes = createLanes();
    let done = 0;
    for (let index = 0; index < 50; index++) void lanes.serially(`k${index}`, async () => void done++);
    await lanes.idle();
    expect(done).toBe(50);
  });

  it('count as busy while a task puts another one on', async () => {
    const lanes = createLanes();
    const seen: string[] = [];
    void lanes.serially('a', async () => {
      void lanes.serially('b', async () => void seen.push('b'));
    });
    await lanes.idle();
    expect(seen).toEqual(['b']);
  });
});
