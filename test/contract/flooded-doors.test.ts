import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HonestTimes, letHonestAsk } from '../bench/flood/honest-customers.js';
import { type FloodCounts, startFlood } from '../bench/flood/run-flood.js';
import { type FuzzStage, openFuzzStage } from '../bench/fuzz/fuzz-stage.js';
import { createQuestions } from '../bench/questions.js';

/** `npm run bench -- flood` does it in a process of its own, for half a minute, and looks at the times. */
const SEED = 20_261_130;
const EACH = 12;
const BOUNDS = {
  WEBCHAT_POSTS_PER_MINUTE: '10',
  WEBCHAT_TOKENS_PER_MINUTE: '10',
  DESK_SIGN_INS_PER_MINUTE: '5',
};

describe('a flood from one address through every door of a stranger', () => {
  let stage: FuzzStage;
  let counts: FloodCounts;
  let honest: HonestTimes;
  beforeAll(async () => {
    stage = await openFuzzStage(BOUNDS);
    const flood = startFlood({ url: stage.url, from: '127.0.0.2', seed: SEED, each: EACH, holdMs: 50 });
    honest = await letHonestAsk({
      ...{
        url: stage.url,
        addresses: ['127.0.0.11', '127.0.0.12'],
        seed: SEED,
        questions: createQuestions(),
      },
      ...{ each: 2, restMs: 0, isOver: () => false },
    });
    await flood.done;
    counts = flood.counts();
    flood.stop();
  }, 60_000);
  afterAll(() => stage.stop());

  it('leaves every question of others answered', () => {
    expect(honest.failures).toEqual([]);
    expect(honest.times).toHaveLength(4);
  });

  it('tries every door as often as it was told, and is never answered with a failure', () => {
    expect(Object.keys(counts)).toHaveLength(12);
    for (const [attack, outcomes] of Object.entries(counts)) {
      const tries = Object.values(outcomes).reduce((sum, one) => sum + one, 0);
      expect({ attack, tries, failed: Object.keys(outcomes).filter((one) => one.startsWith('5')) }).toEqual({
        attack,
        tries: EACH,
        failed: [],
      });
    }
    expect([...stage.errors]).toEqual([]);
  });

  it('meets a bound at each door that costs something', () => {
    for (const attack of ['tokens and conversations', 'posts', 'sign-ins']) {
      expect({ attack, refused: (counts[attack]?.[429] ?? 0) > 0 }).toEqual({ attack, refused: true });
    }
    const otherwise = Object.keys(counts['big bodies'] ?? {}).filter((one) => !['413', '429'].includes(one));
    expect(otherwise).toEqual([]);
    expect(counts['webhooks with wrong signatures']).not.toHaveProperty('200');
  });
});
