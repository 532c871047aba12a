import { TextDecoder } from 'node:util';

/** Encodings that are read. Windows-1252 stands for ISO-8859-1 too, as browsers have it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh';

/** Decodes bytes as they come; a character cut in two waits for its other half. What is wrong becomes U+FFFD. */
export interface Decoding {
  write(bytes: Buffer): string;
  end(): string;
}

// Tables of our own: a Node without full ICU lacks them, and some versions read Windows-1252 as ISO-8859-1.
const WINDOWS =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
/** Where ISO-8859-15 differs from ISO-8859-1. */
const LATIN_9: Readonly<Record<string, string>> = {
  '¤': '€',
  '¦': 'Š',
  '¨': 'š',
  '´': 'Ž',
  '¸': 'ž',
  '¼': 'Œ',
  '½': 'œ',
  '¾': 'Ÿ',
};
const LATIN_9_HALF = Array.from(
  { length: 128 },
  (_, place) => LATIN_9[WINDOWS[place] ?? ''] ?? String.fromCharCode(128 + place),
).join('');

/** The characters of the bytes from 0x80 on, for encodings with one byte a character. */
export const UPPER_HALVES = {
  'windows-1252': WINDOWS,
  'iso-8859-15': LATIN_9_HALF,
  macintosh: MACINTOSH,
} as const;

/** A decoding from the first byte of a file on; a byte order mark is taken away. */
export function createDecoding(encoding: Encoding): Decoding {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding);
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  const upper = UPPER_HALVES[encoding];
  return {
    write: (bytes) =>
      bytes.toString('latin1').replace(/[\x80-\xff]/g, (sign) => upper.charAt(sign.charCodeAt(0) - 128)),
    end: () => '',
  };
}
