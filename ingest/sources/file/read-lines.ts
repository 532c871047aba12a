import { refusePacked } from '../refuse-packed.js';

/** A line of a text file, or the news that it was too long to be read. */
interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line end; null where it is longer than allowed or not UTF-8. */
  readonly text: string | null;
  readonly problem: 'too-long' | 'not-utf8' | null;
  /** Whether the file stops before the end of this line. */
  readonly isCut: boolean;
}

const LINE_FEED = 0x0a;

/**
 * Reads a UTF-8 file line by line and never holds more than one line and one chunk. A byte order mark and CRLF are
 * tolerated, empty lines are left out.
 *
 * @param maxBytes longest line; what is longer is passed over without being held
 * @throws SOURCE_FILE_BINARY
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  path: string,
  maxBytes: number,
): AsyncGenerator<FileLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  let isFirst = true;

  const add = (part: Buffer) => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (isCut: boolean): FileLine | null => {
    number += 1;
    const content = length > maxBytes ? TOO_LONG : decode(Buffer.concat(parts));
    parts = [];
    length = 0;
    return content.text === '' ? null : { number, ...content, isCut };
  };

  for await (const chunk of chunks) {
    if (isFirst) refusePacked(path, chunk);
    isFirst = false;
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      const line = finish(false);
      if (line) yield line;
    }
    // The stream reuses nothing of a chunk, so the rest may be held without a copy.
    if (from < chunk.length) add(chunk.subarray(from));
  }
  const last = length > 0 ? finish(true) : null;
  if (last) yield last;
}

const TOO_LONG: Pick<FileLine, 'text' | 'problem'> = { text: null, problem: 'too-long' };

function decode(bytes: Buffer): Pick<FileLine, 'text' | 'problem'> {
  try {
    // The decoder takes a byte order mark away.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r$/, '');
    return { text: text.trim() === '' ? '' : text, problem: null };
  } catch {
    return { text: null, problem: 'not-utf8' };
  }
}
