import { deflateSync } from 'node:zlib';

const SIZE = 200;
/** Ground, then head and shoulders. */
const PALETTE = [0x1d, 0x4e, 0x6b, 0xff, 0xff, 0xff];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A plain picture of a person, 200 × 200, for agents in Messenger: a PNG of two colours (PNG specification, third
 * edition: signature, then the chunks IHDR, PLTE, IDAT and IEND).
 */
export function drawAgentPicture(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // One bit a pixel, colours by palette; compression, filter and interlace have one value each.
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(PALETTE)),
    chunk('IDAT', deflateSync(drawRows())),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows from the top, each a filter byte (0: none) and eight pixels a byte. */
function drawRows(): Buffer {
  const rowLength = 1 + SIZE / 8;
  const rows = Buffer.alloc(SIZE * rowLength);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      if (!isPerson(x + 0.5, y + 0.5)) continue;
      const at = y * rowLength + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rows;
}

/** A circle above an ellipse that the lower edge cuts. */
function isPerson(x: number, y: number): boolean {
  const isHead = Math.hypot(x - 100, y - 78) < 36;
  const isShoulders = Math.hypot((x - 100) / 66, (y - 190) / 62) < 1;
  return isHead || isShoulders;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The checksum of ISO 3309, bit by bit; node:zlib has one only from Node 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
