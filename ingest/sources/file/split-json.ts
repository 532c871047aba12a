/** A value of a JSON file as its text. */
interface JsonPiece {
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** Its place among the values, from 1. */
  readonly number: number;
  /** null where it is longer than allowed. */
  readonly bytes: Buffer | null;
  /** Whether the file ends before the value does, or before the list does. */
  readonly isCut: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/**
 * Splits UTF-8 text into JSON values without reading what is inside them: the elements of the list that the file is, or
 * objects one after the other. Never holds more than one value and one chunk; a value that is no valid JSON does not
 * disturb the next, as long as its quotes and brackets are in pairs. What follows the end of the list is a value too.
 *
 * @param maxBytes longest value; what is longer is passed over without being held
 */
export async function* splitJson(
  chunks: AsyncIterable<Buffer>,
  isList: boolean,
  maxBytes: number,
): AsyncGenerator<JsonPiece> {
  let depth = 0;
  let base = 0;
  let hasList = !isList;
  let isInString = false;
  let isEscaped = false;
  let line = 1;
  let number = 0;
  let beginsAt = 0;
  let parts: Buffer[] = [];
  let length = 0;

  const add = (part: Buffer) => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (isCut: boolean): JsonPiece => {
    number += 1;
    const bytes = length > maxBytes ? null : Buffer.concat(parts);
    const piece = { line: beginsAt, number, bytes, isCut };
    beginsAt = 0;
    parts = [];
    length = 0;
    return piece;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) line += 1;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
        continue;
      }
      if (beginsAt === 0) {
        from = at;
        if (BLANK.has(byte) || byte === COMMA) continue;
        if (!hasList && byte === 0x5b) {
          hasList = true;
          base = 1;
          depth = 1;
          continue;
        }
        if (base === 1 && byte === 0x5d) {
          base = 0;
          depth = 0;
          continue;
        }
        beginsAt = line;
      }
      if (byte === QUOTE) isInString = true;
      else if (OPENING.has(byte)) depth += 1;
      else if (CLOSING.has(byte)) depth -= 1;
      const endsList = base === 1 && depth < 1;
      const endsValue = base === 1 ? depth === 1 && byte === COMMA : depth <= 0 && CLOSING.has(byte);
      if (!endsList && !endsValue) continue;
      const isInside = base === 0;
      add(chunk.subarray(from, isInside ? at + 1 : at));
      yield finish(false);
      from = at + 1;
      if (endsList) base = 0;
      depth = base;
    }
    if (beginsAt !== 0) add(chunk.subarray(from));
  }
  // Behind the end of the list nothing is cut; it does not belong there.
  if (beginsAt !== 0) yield finish(!isList || base === 1);
  else if (base === 1) yield { line, number: number + 1, bytes: Buffer.alloc(0), isCut: true };
}
