/** What stands beside a byte, as far as bytes alone can tell. */
export const NEIGHBOUR = { other: 0, lower: 1, upper: 2, digit: 3, high: 4 } as const;
const NEIGHBOURS = 5;

/** What is known of the bytes of a file when all of them were seen. */
export interface ByteCounts {
  readonly total: number;
  /** First bytes, for a byte order mark. */
  readonly start: Buffer;
  /** NUL at even and at odd places, from 0. */
  readonly nulEven: number;
  readonly nulOdd: number;
  /** Control characters other than tab and line ends, NUL among them. */
  readonly controls: number;
  /** Whole characters of more than one byte in UTF-8. */
  readonly utf8Characters: number;
  /** Bytes from 0x80 on that are part of no character in UTF-8; a character cut by the end is one. */
  readonly notUtf8: number;
  /** Line of the first of them, from 1; 0 where there is none. */
  readonly firstNotUtf8Line: number;
  readonly linesNotUtf8: number;
  readonly lines: number;
  /** How often each byte from 0x80 on stands between which neighbours. */
  eachHigh(visit: (byte: number, before: number, after: number, count: number) => void): void;
}

/** Counts bytes as they come, in one pass and in a few kilobytes of memory. */
export function createByteCounter(): { add(chunk: Buffer): void; finish(): ByteCounts } {
  const between = new Uint32Array(256 * NEIGHBOURS * NEIGHBOURS);
  let start: Buffer = Buffer.alloc(0);
  let total = 0;
  let nulEven = 0;
  let nulOdd = 0;
  let controls = 0;
  let utf8Characters = 0;
  let notUtf8 = 0;
  let firstNotUtf8Line = 0;
  let linesNotUtf8 = 0;
  let lines = 1;
  let lastDamaged = 0;
  // The character that is being read: bytes still to come, and where the next may lie.
  let open = 0;
  let lowest = 0x80;
  let highest = 0xbf;
  // The byte before, and what stood before that one.
  let previous = 0x0a;
  let before: number = NEIGHBOUR.other;

  const count = (place: number) => {
    between[place] = (between[place] ?? 0) + 1;
  };
  const damaged = () => {
    notUtf8 += 1;
    if (firstNotUtf8Line === 0) firstNotUtf8Line = lines;
    if (lastDamaged !== lines) linesNotUtf8 += 1;
    lastDamaged = lines;
  };
  const continueUtf8 = (byte: number) => {
    if (open > 0) {
      const fits = byte >= lowest && byte <= highest;
      lowest = 0x80;
      highest = 0xbf;
      if (fits) {
        open -= 1;
        if (open === 0) utf8Characters += 1;
        return;
      }
      open = 0;
      damaged();
    }
    if (byte < 0x80) return;
    if (byte < 0xc2 || byte > 0xf4) return damaged();
    open = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    // Longer spellings of a character, and halves of pairs, are no UTF-8.
    if (byte === 0xe0) lowest = 0xa0;
    else if (byte === 0xed) highest = 0x9f;
    else if (byte === 0xf0) lowest = 0x90;
    else if (byte === 0xf4) highest = 0x8f;
  };
  const seeControl = (byte: number, place: number) => {
    if (byte === 0x0a) lines += 1;
    else if (byte !== 0x09 && byte !== 0x0d) controls += 1;
    if (byte !== 0) return;
    if (place % 2 === 0) nulEven += 1;
    else nulOdd += 1;
  };
  return {
    add(chunk) {
      if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4)]).subarray(0, 4);
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        if (open > 0 || byte >= 0x80) continueUtf8(byte);
        if (byte < 0x20 || byte === 0x7f) seeControl(byte, total + at);
        if (previous >= 0x80) count((previous * NEIGHBOURS + before) * NEIGHBOURS + neighbourOf(byte));
        if (byte >= 0x80) before = neighbourOf(previous);
        previous = byte;
      }
      total += chunk.length;
    },
    finish() {
      if (open > 0) damaged();
      open = 0;
      if (previous >= 0x80) count((previous * NEIGHBOURS + before) * NEIGHBOURS);
      previous = 0x0a;
      return {
        total,
        start,
        nulEven,
        nulOdd,
        controls,
        utf8Characters,
        notUtf8,
        firstNotUtf8Line,
        linesNotUtf8,
        lines,
        eachHigh: (visit) => visitHigh(between, visit),
      };
    },
  };
}

/** @param between how often a byte stands between two neighbours, at `(byte * NEIGHBOURS + before) * NEIGHBOURS + after` */
function visitHigh(between: Uint32Array, visit: Parameters<ByteCounts['eachHigh']>[0]): void {
  for (const [place, count] of between.entries()) {
    if (count === 0) continue;
    const pair = place % (NEIGHBOURS * NEIGHBOURS);
    const byte = Math.floor(place / (NEIGHBOURS * NEIGHBOURS));
    visit(byte, Math.floor(pair / NEIGHBOURS), pair % NEIGHBOURS, count);
  }
}

function neighbourOf(byte: number): number {
  if (byte >= 0x80) return NEIGHBOUR.high;
  if (byte >= 0x61 && byte <= 0x7a) return NEIGHBOUR.lower;
  if (byte >= 0x41 && byte <= 0x5a) return NEIGHBOUR.upper;
  if (byte >= 0x30 && byte <= 0x39) return NEIGHBOUR.digit;
  return NEIGHBOUR.other;
}
