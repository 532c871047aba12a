import { describe, expect, it } from 'vitest';
import { poolWordings } from '../../../../index/search/pool-wordings.js';
import { fc } from '../../../support/properties.js';

describe('poolWordings', () => {
  it('takes the score of the only wording', () => {
    expect(poolWordings([0.4], 1)).toBe(0.4);
  });

  it('values a near wording above a stray one', () => {
    expect(poolWordings([0.5, 0.45], 2)).toBeGreaterThan(poolWordings([0.5, 0.1], 2));
  });

  it('costs an answer little to have a stray wording', () => {
    expect(poolWordings([0.5, -0.5], 2)).toBeGreaterThan(0.5 - 0.09);
  });

  it('counts wordings that were not scored as far away', () => {
    expect(poolWordings([0.5], 3)).toBeLessThan(poolWordings([0.5, 0.2, 0.1], 3));
  });

  it('stays near the best and above the worst', () => {
    const score = fc.double({ min: -1, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 30 }), (scores) => {
        const pooled = poolWordings(scores, scores.length);
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(pooled).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }),
    );
  });
});
