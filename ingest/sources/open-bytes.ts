import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { messageOf } from '../../index/platform/errors.js';
import { ingestErrors } from '../errors.js';

const CHUNK_BYTES = 64 * 1024;

/**
 * The bytes of a file, a chunk at a time.
 * @throws SOURCE_UNREADABLE
 */
export async function* openBytes(path: string): AsyncGenerator<Buffer> {
  try {
    if (!(await stat(path)).isFile()) throw ingestErrors.SOURCE_UNREADABLE({ path, reason: 'it is no file' });
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw asUnreadable(path, error);
  }
}

function asUnreadable(path: string, error: unknown): unknown {
  const isFromSystem = error instanceof Error && 'syscall' in error;
  return isFromSystem ? ingestErrors.SOURCE_UNREADABLE({ path, reason: messageOf(error) }, error) : error;
}
