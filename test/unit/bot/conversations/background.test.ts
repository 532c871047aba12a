import { describe, expect, it } from 'vitest';
import { createBackground } from '../../../../bot/conversations/background.js';
import { createLog } from '../../../../index/platform/log.js';

describe('work in the background', () => {
  it.each([
    ['later', () => Promise.reject(new Error('broken'))],
    [
      'at once',
      () => {
        throw new Error('broken');
      },
    ],
  ])('is logged and fails nobody else when it fails %s', async (_, task) => {
    const lines: string[] = [];
    const background = createBackground(createLog('info', (line) => lines.push(line)));
    await background.run(task);
    await background.idle();
    expect(lines.join('')).toContain('broken');
  });
});
