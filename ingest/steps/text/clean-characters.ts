import { dropForbidden } from './drop-forbidden.js';

/**
 * Brings a text to one spelling: Unicode composed (NFC), line ends as LF, no-break spaces as spaces; characters nobody
 * sees are gone (controls, halves of characters, zero width, soft hyphens, direction overrides: they hide words from
 * search and redaction).
 */
export function cleanCharacters(text: string): string {
  return dropForbidden(text)
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(HIDDEN, '');
}

// A zero width joiner between pictures makes one emoji of them and stays.
const HIDDEN =
  /(?![\n\t])\p{Cc}|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;
