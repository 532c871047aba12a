import { encodePng } from '../png.js';

const SIZE = 200;
const GROUND = [0x1d, 0x4e, 0x6b, 0xff];
const FIGURE = [0xff, 0xff, 0xff, 0xff];

/** A plain picture of a person, 200 × 200, for agents in Messenger, as PNG. */
export function drawAgentPicture(): Buffer {
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      pixels.set(isPerson(x + 0.5, y + 0.5) ? FIGURE : GROUND, (y * SIZE + x) * 4);
    }
  }
  return encodePng({ width: SIZE, height: SIZE, pixels });
}

/** A circle above an ellipse that the lower edge cuts. */
function isPerson(x: number, y: number): boolean {
  const isHead = Math.hypot(x - 100, y - 78) < 36;
  const isShoulders = Math.hypot((x - 100) / 66, (y - 190) / 62) < 1;
  return isHead || isShoulders;
}
