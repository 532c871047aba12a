import { ingestErrors } from '../../errors.js';
import { openBytes } from '../open-bytes.js';
import { refusePacked } from '../refuse-packed.js';
import { createDecoding, type Encoding } from '../text-decoding.js';
import { createByteCounter } from './count-bytes.js';
import { judgeEncoding } from './judge-encoding.js';

/**
 * The text of a file as UTF-8, whatever its encoding is, a chunk at a time; control characters but tab and line ends are
 * dropped. The whole file is read once before, to tell the encoding: the first accent may stand in the last row. In a
 * file in UTF-8, bytes that are not stay as they are, for the reader to name the row.
 *
 * @param damagedShare see `judgeEncoding`
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_ENCODING_UNKNOWN
 */
export async function* openText(path: string, damagedShare: number): AsyncGenerator<Buffer> {
  const encoding = await detectEncoding(path, damagedShare);
  if (encoding === 'utf-8') {
    for await (const chunk of openBytes(path)) yield withoutControls(chunk);
    return;
  }
  const decoding = createDecoding(encoding);
  for await (const chunk of openBytes(path)) yield withoutControls(Buffer.from(decoding.write(chunk)));
  yield withoutControls(Buffer.from(decoding.end()));
}

/** Reads a file to its end and tells its encoding. */
async function detectEncoding(path: string, damagedShare: number): Promise<Encoding> {
  const counter = createByteCounter();
  let isFirst = true;
  for await (const chunk of openBytes(path)) {
    if (isFirst) refusePacked(path, chunk);
    isFirst = false;
    counter.add(chunk);
  }
  const verdict = judgeEncoding(counter.finish(), damagedShare);
  switch (verdict.kind) {
    case 'text':
      return verdict.encoding;
    case 'unknown':
      throw ingestErrors.SOURCE_ENCODING_UNKNOWN({ path, reason: verdict.reason });
    case 'binary': {
      const advice = 'Unpack it if it is compressed, or export the threads as text.';
      throw ingestErrors.SOURCE_FILE_BINARY({ path, found: 'a program’s own form', advice });
    }
  }
}

/** In UTF-8 these bytes are never part of another character. */
function withoutControls(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at += 1) {
    if (isControl(bytes[at] ?? 0)) return bytes.filter((byte) => !isControl(byte)) as Buffer;
  }
  return bytes;
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}
