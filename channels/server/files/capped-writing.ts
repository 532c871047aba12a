import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes what fits of a stream to a new file; the rest is only counted, because a sender hears nothing before it has sent all.
 * @returns how many bytes came; more than `most` where the file is not whole
 */
export async function writeCapped(from: NodeJS.ReadableStream, path: string, most: number): Promise<number> {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done();
      else done(null, chunk);
    },
  });
  await pipeline(from, counter, createWriteStream(path));
  return bytes;
}
