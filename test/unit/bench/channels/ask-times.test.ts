import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../index/platform/random.js';
import { askTimes } from '../../../bench/channels/ask-times.js';

const CROWD = { customers: 200, questionsEach: 3, perSecond: 10 };

describe('the times at which customers ask', () => {
  it('are the same for a seed, and others for another', () => {
    expect(askTimes(CROWD, randomFrom(1))).toEqual(askTimes(CROWD, randomFrom(1)));
    expect(askTimes(CROWD, randomFrom(1))).not.toEqual(askTimes(CROWD, randomFrom(2)));
  });

  it('rise, with as many for everybody as were asked for', () => {
    for (const times of askTimes(CROWD, randomFrom(1))) {
      expect(times).toHaveLength(3);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('come at the wanted rate', () => {
    const last = Math.max(...askTimes(CROWD, randomFrom(1)).flat());
    expect(600 / (last / 1_000)).toBeGreaterThan(9);
    expect(600 / (last / 1_000)).toBeLessThan(11);
  });
});
