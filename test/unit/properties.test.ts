import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fc, runs } from '../support/properties.js';

describe('property tests', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('see the same cases in every run', () => {
    const draw = () => fc.sample(fc.integer(), { numRuns: 5, seed: fc.readConfigureGlobal().seed ?? 0 });
    expect(fc.readConfigureGlobal().seed).toBeTypeOf('number');
    expect(draw()).toEqual(draw());
  });

  it('see a fifth of the cases that they name, and all or more on request', () => {
    const named = (times?: string) => {
      vi.stubEnv('FAST_CHECK_TIMES', times);
      return [300, 1].map(runs);
    };
    expect(named()).toEqual([60, 1]);
    expect(named('1')).toEqual([300, 1]);
    expect(named('10')).toEqual([3_000, 10]);
  });

  it('are all written with the seeded generator', () => {
    const unseeded = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && path !== 'support/properties.ts')
      .filter((path) => readFileSync(`test/${path}`, 'utf8').includes(`from ${"'fast-check'"}`));
    expect(unseeded).toEqual([]);
  });
});
