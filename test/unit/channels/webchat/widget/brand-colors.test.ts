import { describe, expect, it } from 'vitest';
import {
  brandColors,
  contrastOf,
  DEFAULT_COLOR,
} from '../../../../../channels/webchat/widget/brand-colors.js';
import { fc } from '../../../../support/properties.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('brandColors', () => {
  it('keeps text readable on and in any company colour', () => {
    fc.assert(
      fc.property(hex, (color) => {
        const { area, onArea, onLight, onDark } = brandColors(color);
        expect(contrastOf(area, onArea)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#ffffff', '#eef1f6'])
          expect(contrastOf(onLight, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#171b23', '#1f2530', '#2a303c']) {
          expect(contrastOf(onDark, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('leaves a colour alone that can be read already', () => {
    expect(brandColors('#00F')).toMatchObject({ area: '#0000ff', onArea: '#ffffff', onLight: '#0000ff' });
  });

  it.each([null, '', 'red', '#12', '#12345g', 'url(x)'])('gives the default for %j', (color) => {
    expect(brandColors(color).area).toBe(DEFAULT_COLOR);
  });

  it('knows the contrast of black and white', () => {
    expect(contrastOf('#000', '#fff')).toBeCloseTo(21, 5);
  });
});
