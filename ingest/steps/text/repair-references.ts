import { dropForbidden } from './drop-forbidden.js';

/** Longer references, with zeros in front, are nobody's; they stay for the parser to judge. */
const REFERENCE = /&#(?:x([\da-f]{1,12})|(\d{1,12}));/gi;

/** What may be the beginning of a reference, or of a pair of them, at the end of a piece of text. */
const OPEN_END =
  /(?:&#(?:x0{0,8}d[89ab][\da-f]{2}|0{0,8}5(?:529[6-9]|5[3-9]\d\d|6[0-2]\d\d|63[01]\d));)?(?:&(?:#(?:x[\da-f]{0,12}|\d{0,12})?|[a-z][a-z\d]{0,31})?)?$/i;

/** Two references, or a named one, at their longest. */
const LONGEST_END = 60;

/**
 * Repairs numeric references to what is no character, in XML and HTML: two that are the halves of one character become
 * that character, as some writers put an emoji; the others are dropped (`&#x0E;`, `&#0;`, half a pair, `&#xFFFF;`).
 */
export function repairReferences(markup: string): string {
  if (!markup.includes('&#')) return markup;
  let high: { readonly unit: number; readonly end: number } | null = null;
  let repaired = '';
  let from = 0;
  for (const match of markup.matchAll(REFERENCE)) {
    const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
    if (!isForbidden(code)) continue;
    repaired += markup.slice(from, match.index);
    from = match.index + match[0].length;
    if (isLow(code) && high?.end === match.index) repaired += String.fromCharCode(high.unit, code);
    high = isHigh(code) ? { unit: code, end: from } : null;
  }
  return repaired + markup.slice(from);
}

/** Where a text that goes on may be cut so that no reference, and no pair of them, is cut in two. */
export function endOfWholeReferences(markup: string): number {
  const tail = Math.max(0, markup.length - LONGEST_END);
  return tail + markup.slice(tail).search(OPEN_END);
}

function isForbidden(code: number): boolean {
  if (code > 0x10ffff) return true;
  // HTML reads these as Windows-1252 (`&#146;` is an apostrophe), XML allows them.
  if (code >= 0x80 && code <= 0x9f) return false;
  return dropForbidden(String.fromCodePoint(code)) === '';
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
