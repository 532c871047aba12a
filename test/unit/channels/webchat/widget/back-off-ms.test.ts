import { expect, it } from 'vitest';
import { backOffMs } from '../../../../../channels/webchat/widget/direct-line/back-off-ms.js';

it.each([
  [0, 0, 250],
  [0, 1, 500],
  [3, 1, 4000],
  [6, 0, 10_000],
  [1000, 1, 20_000],
])('waits after attempt %i with chance %d for %i ms', (attempt, random, ms) => {
  expect(backOffMs(attempt, random)).toBe(ms);
});
