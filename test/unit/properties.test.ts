import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fc } from '../support/properties.js';

describe('property tests', () => {
  it('see the same cases in every run', () => {
    const draw = () => fc.sample(fc.integer(), { numRuns: 5, seed: fc.readConfigureGlobal().seed ?? 0 });
    expect(fc.readConfigureGlobal().seed).toBeTypeOf('number');
    expect(draw()).toEqual(draw());
  });

  it('are all written with the seeded generator', () => {
    const unseeded = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && path !== 'support/properties.ts')
      .filter((path) => readFileSync(`test/${path}`, 'utf8').includes(`from ${"'fast-check'"}`));
    expect(unseeded).toEqual([]);
  });
});
