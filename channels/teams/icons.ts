import { encodePng } from '../png.js';

type Point = readonly [x: number, y: number];
type Color = readonly [red: number, green: number, blue: number, alpha: number];
/** Distance of a point to the border of a shape, below zero inside; the picture is 1 wide and 1 high. */
type Shape = (point: Point) => number;

const WHITE: Color = [255, 255, 255, 255];
const CLEAR: Color = [255, 255, 255, 0];
/** Points a pixel in each direction, for smooth borders. */
const FINENESS = 4;

/** The colour icon of the app, 192 × 192: a speech bubble with the tick of an accepted answer, on the accent colour. */
export function colorIcon(accentColor: string): Buffer {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(accentColor.slice(at, at + 2), 16));
  const accent: Color = [red ?? 0, green ?? 0, blue ?? 0, 255];
  return draw(192, (point) => (bubble(point) > 0 || tick(point, 0.045) <= 0 ? accent : WHITE));
}

/** The outline icon, 32 × 32: the same in white on nothing, as Teams wants it. */
export function outlineIcon(): Buffer {
  const toCenter = ([x, y]: Point): Point => [0.5 + (x - 0.5) * 0.72, 0.52 + (y - 0.5) * 0.72];
  return draw(32, (point) => {
    const inner = toCenter(point);
    return Math.abs(bubble(inner)) <= 0.028 || tick(inner, 0.035) <= 0 ? WHITE : CLEAR;
  });
}

const bubble: Shape = (point) =>
  Math.min(
    roundedBox(point),
    polygon(point, [
      [0.32, 0.6],
      [0.32, 0.82],
      [0.54, 0.62],
    ]),
  );

function roundedBox([x, y]: Point): number {
  const radius = 0.12;
  const dx = Math.abs(x - 0.5) - 0.3 + radius;
  const dy = Math.abs(y - 0.43) - 0.23 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function tick(point: Point, halfWidth: number): number {
  const strokes: [Point, Point][] = [
    [
      [0.37, 0.43],
      [0.46, 0.52],
    ],
    [
      [0.46, 0.52],
      [0.63, 0.34],
    ],
  ];
  return Math.min(...strokes.map(([from, to]) => toSegment(point, from, to))) - halfWidth;
}

function polygon(point: Point, corners: readonly Point[]): number {
  let isInside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] ?? from;
    nearest = Math.min(nearest, toSegment(point, from, to));
    const crosses = from[1] > point[1] !== to[1] > point[1];
    const at = from[0] + ((point[1] - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    if (crosses && point[0] < at) isInside = !isInside;
  }
  return isInside ? -nearest : nearest;
}

function toSegment([x, y]: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}

function draw(size: number, colorAt: (point: Point) => Color): Buffer {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      pixels.set(pixelAt(x, y, size, colorAt), (y * size + x) * 4);
    }
  }
  return encodePng({ width: size, height: size, pixels });
}

/** The mean of several points of a pixel. */
function pixelAt(x: number, y: number, size: number, colorAt: (point: Point) => Color): number[] {
  const total = [0, 0, 0, 0];
  for (let part = 0; part < FINENESS * FINENESS; part += 1) {
    const right = ((part % FINENESS) + 0.5) / FINENESS;
    const down = (Math.floor(part / FINENESS) + 0.5) / FINENESS;
    const color = colorAt([(x + right) / size, (y + down) / size]);
    for (const [channel, value] of color.entries()) total[channel] = (total[channel] ?? 0) + value;
  }
  return total.map((sum) => Math.round(sum / (FINENESS * FINENESS)));
}
