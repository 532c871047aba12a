import { describe, expect, it } from 'vitest';
import { curveAtLogit, fitCurve, SHIPPED_CURVE } from '../../../../../index/search/confidence/calibration.js';
import { fc } from '../../../../support/properties.js';

describe('fitCurve', () => {
  it('leaves the shipped curve alone without observations', () => {
    expect(fitCurve([])).toEqual(SHIPPED_CURVE);
  });

  it('follows many observations', () => {
    const curve = fitCurve(observed(2_000, { slope: 1.4, bias: -1 }));
    expect(curve.slope).toBeCloseTo(1.4, 1);
    expect(curve.bias).toBeCloseTo(-1, 1);
  });

  it('gives way little by little', () => {
    const bias = (count: number) => fitCurve(observed(count, { slope: 1, bias: -1.5 })).bias;
    expect(bias(20)).toBeLessThan(0);
    expect(bias(100)).toBeLessThan(bias(20));
    expect(bias(1_000)).toBeLessThan(bias(100));
  });

  it('counts an observation by its weight', () => {
    const half = observed(40, { slope: 1, bias: -1.5 }).map((one) => ({ ...one, weight: 0.5 }));
    const twice = [...half, ...half];
    const whole = observed(40, { slope: 1, bias: -1.5 });
    expect(fitCurve(twice).bias).toBeCloseTo(fitCurve(whole).bias, 6);
  });

  it('never turns the order of answers round, whatever it is told', () => {
    const observation = fc.record({
      logit: fc.double({ min: -12, max: 12, noNaN: true }),
      isRight: fc.boolean(),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 60 }), (observations) => {
        const curve = fitCurve(observations);
        expect(curveAtLogit(curve, 2)).toBeGreaterThan(curveAtLogit(curve, 1));
        expect(Number.isFinite(curve.bias)).toBe(true);
      }),
    );
  });
});

/** Observations spread evenly over logits, as many right of each kind as the curve says. */
function observed(count: number, curve: { slope: number; bias: number }) {
  return Array.from({ length: count }, (_, at) => {
    const logit = -4 + (8 * (at % 20)) / 19;
    const due = (at * 0.618_034) % 1;
    return { logit, isRight: due < curveAtLogit(curve, logit), weight: 1 };
  });
}
