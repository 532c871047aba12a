/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

export interface BrandColors {
  /** The company's colour as given, for areas. */
  readonly area: string;
  /** White or black, whichever can be read on `area` (at least 4.5 : 1). */
  readonly onArea: string;
  /** The company's colour for words and lines on a light ground, darkened until it can be read. */
  readonly onLight: string;
  /** The same on a dark ground, lightened. */
  readonly onDark: string;
}

const DEFAULT_COLOR = '#1f5eff';

// WCAG 2.2, success criterion 1.4.3: contrast of normal text.
const READABLE = 4.5;
const LIGHT_GROUND: Rgb = [238, 241, 246];
const DARK_GROUND: Rgb = [42, 48, 60];

/** Colours that can be read, made of one company colour `#rgb` or `#rrggbb`; anything else gives the default colour. */
export function brandColors(color: string | null): BrandColors {
  const brand = parse(color ?? '') ?? parse(DEFAULT_COLOR) ?? [0, 0, 0];
  return {
    area: toHex(brand),
    onArea: contrast(brand, [255, 255, 255]) >= READABLE ? '#ffffff' : '#000000',
    onLight: toHex(towards(brand, [0, 0, 0], LIGHT_GROUND)),
    onDark: toHex(towards(brand, [255, 255, 255], DARK_GROUND)),
  };
}

function parse(color: string): Rgb | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color.trim());
  const digits = short
    ? short.slice(1).map((digit) => digit + digit)
    : /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color.trim())?.slice(1);
  if (!digits) return null;
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}

/** Mixes `color` step by step with `end` until it can be read on `ground`. */
function towards(color: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = color.map((part, at) => Math.round(part + ((end[at] ?? 0) - part) * share));
    const [red = 0, green = 0, blue = 0] = mixed;
    if (contrast([red, green, blue], ground) >= READABLE) return [red, green, blue];
  }
  return end;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toHex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
