import { graphemesOf } from './graphemes.js';

// A part that ends at a better border is not made shorter than this share of the limit: nobody wants ten crumbs.
const LEAST_FILL = 0.3;
// Beyond the limit, so that what stands across it is seen whole.
const LOOK_AHEAD = 64;

/**
 * Splits a text into parts within a limit: between paragraphs, else lines, sentences, words, and only where one word is
 * longer than a part, between two characters as a reader sees them. Joined, the parts are the text but for white space at
 * the cuts; white space at both ends is left out. No part is blank; a text of nothing but white space has none.
 * @param units how long a part may be, in UTF-16 units, as JavaScript counts
 */
export function splitText(text: string, units: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const end = rest.length <= units ? rest.length : cutPlace(rest, units);
    const part = rest.slice(0, end).trimEnd();
    if (part !== '') parts.push(part);
    // The indent of a line says to what it belongs: of a new line only blank lines above it go.
    const isLine = rest.charAt(end - 1) === '\n';
    rest = isLine ? rest.slice(end).replace(/^(?:[^\S\n]*\n)+/, '') : rest.slice(end).trimStart();
  }
  return parts;
}

/** From the best on. */
const BORDERS = ['paragraph', 'line', 'sentence', 'word'] as const;
type Border = (typeof BORDERS)[number];

/** Where the first part ends: the last of the best borders within the limit. */
function cutPlace(rest: string, units: number): number {
  const most = unitsWithin(rest, units);
  const last = new Map<Border, number>();
  for (const { 0: space, index } of rest.slice(0, most + LOOK_AHEAD).matchAll(/\s+/g)) {
    if (index > most) break;
    const end = index + space.length;
    // An accent after a space belongs to it.
    if (/^[\p{M}\u200d]/u.test(rest.slice(end, end + 2))) continue;
    const lineEnd = space.lastIndexOf('\n') + 1;
    last.set(borderAt(rest, index, space), lineEnd > 0 ? index + lineEnd : end);
  }
  const isFull = (place = 0) => place >= most * LEAST_FILL;
  const best = BORDERS.find((border) => isFull(last.get(border)));
  return (best && last.get(best)) ?? endOfCharacter(rest, most);
}

function borderAt(text: string, start: number, space: string): Border {
  if (/\n[^\S\n]*\n/.test(space)) return 'paragraph';
  if (space.includes('\n')) return 'line';
  return /[.!?…][)\]"'”’]*$/.test(text.slice(Math.max(0, start - 8), start)) ? 'sentence' : 'word';
}

/** How many units from the start are within the limit, in whole code points: at least one. */
function unitsWithin(text: string, units: number): number {
  let end = 0;
  for (const point of text.slice(0, units + 1)) {
    if (end > 0 && end + point.length > units) break;
    end += point.length;
  }
  return end;
}

/** The last border between two characters as a reader sees them, up to a place. */
function endOfCharacter(text: string, most: number): number {
  let end = 0;
  for (const grapheme of graphemesOf(text.slice(0, most + LOOK_AHEAD))) {
    if (end + grapheme.length > most) break;
    end += grapheme.length;
  }
  // One cluster may be longer than a part: a letter under a tower of accents.
  return end || most;
}
