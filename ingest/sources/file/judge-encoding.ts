import { type Encoding, UPPER_HALVES } from '../text-decoding.js';
import { type ByteCounts, NEIGHBOUR } from './count-bytes.js';

type EncodingVerdict =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  /** Not text at all. */
  | { readonly kind: 'binary' }
  /** Text, in letters that cannot be told; `reason` says why in words. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Of a hundred bytes of a text, how many may be control characters; packed files and pictures have more. */
const MOST_CONTROLS = { utf8: 0.1, other: 0.02 };
/** A few bytes of noise make no binary file of a short text. */
const FEW_CONTROLS = 8;
/** Share of the bytes from 0x80 on that have to make sense. */
const PLAUSIBLE = 0.95;

/**
 * Tells the encoding of a whole file from its bytes. In this order: a byte order mark; UTF-16, where every other byte is
 * NUL; UTF-8, when all bytes or nearly all characters are (rows that are not are skipped later); Windows-1252 with
 * ISO-8859-1, ISO-8859-15 or Mac Roman, when nearly all bytes make sense in it (see `isPlausible`). Else it is not told:
 * a wrong guess would be published.
 *
 * @param damagedShare of the lines, how many may be no text in any of them and are left to the reader to skip
 */
export function judgeEncoding(counts: ByteCounts, damagedShare: number): EncodingVerdict {
  const { start, total, controls, notUtf8, utf8Characters } = counts;
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { kind: 'unknown', reason: 'it is UTF-32' };
  if (a === 0xff && b === 0xfe) return { kind: 'text', encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { kind: 'text', encoding: 'utf-16be' };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { kind: 'text', encoding: 'utf-8' };
  const wide = judgeWide(counts);
  if (wide) return { kind: 'text', encoding: wide };
  const most = total * (notUtf8 === 0 ? MOST_CONTROLS.utf8 : MOST_CONTROLS.other);
  if (controls > Math.max(FEW_CONTROLS, most)) return { kind: 'binary' };
  if (notUtf8 === 0 || utf8Characters * 4 >= notUtf8) return { kind: 'text', encoding: 'utf-8' };
  const western = judgeWestern(counts);
  if (western) return { kind: 'text', encoding: western };
  // Few lines of many: they are skipped and named, the others are read.
  if (counts.linesNotUtf8 <= counts.lines * damagedShare) return { kind: 'text', encoding: 'utf-8' };
  const reason = `it is not UTF-8 (first at line ${counts.firstNotUtf8Line}), and its letters make no sense as Windows-1252, ISO-8859-15 or Mac Roman`;
  return { kind: 'unknown', reason };
}

/** UTF-16 without a mark: of Western text nearly every second byte is NUL. */
function judgeWide({ total, nulEven, nulOdd }: ByteCounts): Encoding | null {
  const half = total / 2;
  if (nulOdd > half * 0.5 && nulEven < half * 0.05) return 'utf-16le';
  if (nulEven > half * 0.5 && nulOdd < half * 0.05) return 'utf-16be';
  return null;
}

function judgeWestern(counts: ByteCounts): Encoding | null {
  const candidates = isLatin9(counts) ? (['iso-8859-15'] as const) : (['windows-1252', 'macintosh'] as const);
  return candidates.find((name) => shareOf(counts, UPPER_HALVES[name]) >= PLAUSIBLE) ?? null;
}

/** ISO-8859-15 has € where nobody writes ¤, and œ where nobody writes ½ before a letter; it has no signs below 0xA0. */
function isLatin9(counts: ByteCounts): boolean {
  let hasWindowsOnly = false;
  let hasLatin9 = false;
  counts.eachHigh((byte, before, after) => {
    if (byte < 0xa0) hasWindowsOnly = true;
    if (byte === 0xa4) hasLatin9 = true;
    if ((byte === 0xbc || byte === 0xbd) && isLetter(after) && before !== NEIGHBOUR.digit) hasLatin9 = true;
  });
  return hasLatin9 && !hasWindowsOnly;
}

/** Letters beside a–z, for one group of languages after the other: no text is in all of them. */
const ALPHABETS: readonly string[] = [
  'àáâäæçèéêëíîïñóôöœßùúûüÿ', // Dutch, French, German, English
  'àáçèéíïñòóúü', // Spanish, Catalan
  'àáâãçéêíóôõúü', // Portuguese
  'àèéìíîòóùú', // Italian
  'åäöæøéèêôòóüà', // Danish, Norwegian, Swedish, Finnish
  'áðéíóúýþæö', // Icelandic
];
/** Signs that belong in a text; those of `WITHIN_WORDS` between two letters too. */
const SIGNS = new Set('€£¢¥§©®™°²³¹½¼¾«»‹›“”„‘’‚–—…•·¿¡´¨±×÷µªº‰†\xa0\xad¤');
const WITHIN_WORDS = new Set('’‘´·–—\xa0\xad');

/** The share of the bytes from 0x80 on that make sense, in the language in which most do. */
function shareOf(counts: ByteCounts, upperHalf: string): number {
  const plausible = ALPHABETS.map(() => 0);
  let total = 0;
  counts.eachHigh((byte, before, after, count) => {
    total += count;
    const sign = upperHalf.charAt(byte - 128);
    if (!isPlausible(sign, before, after)) return;
    const letter = sign.toLowerCase();
    const isSign = SIGNS.has(sign);
    for (const [place, alphabet] of ALPHABETS.entries()) {
      if (isSign || alphabet.includes(letter)) plausible[place] = (plausible[place] ?? 0) + count;
    }
  });
  return total === 0 ? 0 : Math.max(...plausible) / total;
}

/** Whether a character may stand between such neighbours: no capital behind a small letter, no ± within a word. */
function isPlausible(sign: string, before: number, after: number): boolean {
  if (SIGNS.has(sign)) return WITHIN_WORDS.has(sign) || !(isLetter(before) && isLetter(after));
  const isCapital = sign !== sign.toLowerCase();
  if (isCapital) return before !== NEIGHBOUR.lower && before !== NEIGHBOUR.digit && after !== NEIGHBOUR.digit;
  return after !== NEIGHBOUR.upper && before !== NEIGHBOUR.digit;
}

function isLetter(neighbour: number): boolean {
  return neighbour === NEIGHBOUR.lower || neighbour === NEIGHBOUR.upper;
}
