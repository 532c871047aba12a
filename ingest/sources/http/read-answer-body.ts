import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ingestErrors } from '../../errors.js';

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/**
 * The body of an answer, unpacked. Bytes are counted as they come out of the unpacker, so that a few packed ones that
 * would become gigabytes end the reading at `mostBytes`.
 * @throws SOURCE_ANSWER_UNUSABLE for one that is too large, and what a broken packing throws
 */
export async function readAnswerBody(
  response: IncomingMessage,
  address: string,
  mostBytes: number,
): Promise<Buffer> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  // An answer without a body may name a packing all the same (304 Not Modified).
  const isBodiless = response.statusCode === 204 || response.statusCode === 304;
  if (isBodiless || encoding === 'identity' || encoding === '') return gather(response, address, mostBytes);
  const create = UNPACKERS[encoding as keyof typeof UNPACKERS];
  if (!create) {
    const reason = `it is packed as "${encoding.slice(0, 40)}", which nobody asked for`;
    throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason });
  }
  return unpack(response, create(), address, mostBytes);
}

/**
 * A file packed with gzip, unpacked up to `mostBytes`.
 * @throws SOURCE_ANSWER_UNUSABLE where it is larger, and what a broken packing throws
 */
export async function gunzipBounded(packed: Buffer, address: string, mostBytes: number): Promise<Buffer> {
  return unpack(Readable.from([packed]), createGunzip(), address, mostBytes);
}

async function unpack(
  source: Readable,
  unpacker: ReturnType<typeof createGunzip>,
  address: string,
  mostBytes: number,
): Promise<Buffer> {
  source.on('error', (error) => unpacker.destroy(error));
  source.pipe(unpacker);
  try {
    return await gather(unpacker, address, mostBytes);
  } finally {
    source.unpipe(unpacker);
    unpacker.destroy();
  }
}

async function gather(source: Readable, address: string, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      const reason = `it has more than ${mostBytes} bytes`;
      throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
