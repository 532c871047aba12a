import { describe, expect, it } from 'vitest';
import { brandColors } from '../../../../../channels/webchat/widget/brand-colors.js';
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
    expect(brandColors(color).area).toBe('#1f5eff');
  });
});

/** The contrast ratio of WCAG 2.2, reckoned here by itself: 1 to 21. */
function contrastOf(...colors: readonly [string, string]): number {
  const [light = 0, dark = 0] = colors.map(luminanceOf).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
