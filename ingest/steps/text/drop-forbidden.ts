/**
 * Drops the characters that no text of a person has: controls but tab and line ends, DEL and C1 among them, halves of
 * surrogate pairs that stand alone, and code points that are no characters (such as U+FFFE).
 */
export function dropForbidden(text: string): string {
  return FORBIDDEN_SEEN.test(text) ? text.replace(FORBIDDEN, '') : text;
}

const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
/** The same without `g`, whose memory of the last place `test` would use. */
const FORBIDDEN_SEEN = new RegExp(FORBIDDEN.source, 'u');
