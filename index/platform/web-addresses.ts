/** Longer addresses are read as words, so that hostile text costs linear time. */
const LONGEST = 2_000;
const ADDRESS = new RegExp(`(?<![\\p{L}\\p{N}])https?://[^\\s<>"\`]{1,${LONGEST}}`, 'gu');

/** A stretch of a text: a web address that stands bare in it, or the words between two. */
interface TextPart {
  readonly text: string;
  readonly isAddress: boolean;
}

/**
 * The web addresses (`http`, `https`) in plain text and the words around them, in order; together they are the text. What
 * ends a sentence behind an address, and a bracket that was opened before it, is no part of it.
 */
export function splitAtAddresses(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const add = (to: number, isAddress: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), isAddress });
    from = to;
  };
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found);
    if (!/^https?:\/\/./.test(address)) continue;
    add(index, false);
    add(index + address.length, true);
  }
  add(text.length, false);
  return parts;
}

function withoutEnd(found: string): string {
  let address = found;
  while (/[.,;:!?'*_\]]$/.test(address) || (address.endsWith(')') && !hasOpenBracket(address))) {
    address = address.slice(0, -1);
  }
  return address;
}

function hasOpenBracket(text: string): boolean {
  return text.split('(').length >= text.split(')').length;
}
