import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawAgentPicture } from '../../../../channels/messenger/agent-picture.js';

describe('the picture of agents', () => {
  const chunks = chunksOf(drawAgentPicture());

  it('is a PNG of 200 × 200 with right checksums', () => {
    expect(drawAgentPicture().subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(chunks.every(({ isWhole }) => isWhole)).toBe(true);
    const header = chunks[0]?.content;
    expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([200, 200]);
  });

  it('shows a figure on a ground', () => {
    const rows = inflateSync(chunks[1]?.content ?? Buffer.alloc(0));
    expect(rows).toHaveLength(200 * 801);
    const isFigure = (x: number, y: number) => rows.readUInt32BE(y * 801 + 1 + x * 4) === 0xffffffff;
    expect([isFigure(100, 78), isFigure(100, 180), isFigure(5, 5), isFigure(195, 100)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is small', () => {
    expect(drawAgentPicture().length).toBeLessThan(4_096);
  });
});

function chunksOf(picture: Buffer) {
  const chunks: { type: string; content: Buffer; isWhole: boolean }[] = [];
  for (let at = 8; at < picture.length; ) {
    const length = picture.readUInt32BE(at);
    const body = picture.subarray(at + 4, at + 8 + length);
    const isWhole = crc32(body) === picture.readUInt32BE(at + 8 + length);
    chunks.push({ type: body.subarray(0, 4).toString('latin1'), content: body.subarray(4), isWhole });
    at += length + 12;
  }
  return chunks;
}
