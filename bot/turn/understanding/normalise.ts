/**
 * Brings a text to the form that the rules of understanding read: lower case, no accents, apostrophes or punctuation,
 * single spaces, the euro sign as a word. "Één vraag: can't I pay €5?" becomes "een vraag cant i pay euro 5".
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/€/g, ' euro ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text in their normal form. */
export function wordsOf(text: string): string[] {
  const normal = normalise(text);
  return normal === '' ? [] : normal.split(' ');
}

/** A text on one line, without control characters and direction marks that could hide or reorder what is read. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What people type short for letting a matter go, as it is written out. */
const SHORTHAND: Readonly<Record<string, string>> = {
  nvm: 'never mind',
  nvmd: 'never mind',
  nvrmnd: 'never mind',
  laatmaar: 'laat maar',
  lamaar: 'laat maar',
  laatmr: 'laat maar',
};

/** A text with its shorthand written out, so that lists of what is said need one form alone. @param normal see `normalise` */
export function spelledOut(normal: string): string {
  return normal
    .split(' ')
    .map((word) => (Object.hasOwn(SHORTHAND, word) ? SHORTHAND[word] : word))
    .join(' ');
}
