/** The words of a text in order, folded to lower case; letters, marks, digits and underscores belong to a word. */
export function termsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  );
}

/**
 * The character trigrams of the words of a text, each word padded with `_` on both sides: typing errors, compounds and
 * inflection change few of them.
 * @example trigramsOf('de eSIM') // _de de_ _es esi sim im_
 */
export function trigramsOf(text: string): string[] {
  return termsOf(text).flatMap((word) => {
    const padded = `_${word}_`;
    // Only characters beyond 16 bits have to be taken apart with care, which is slow and rare.
    if (!/[\uD800-\uDFFF]/.test(padded)) return windows(padded.length, (at) => padded.slice(at, at + 3));
    const characters = Array.from(padded);
    return windows(characters.length, (at) => characters.slice(at, at + 3).join(''));
  });
}

/** How often each term occurs. */
export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What `cut` gives at every place where three characters begin. */
function windows(length: number, cut: (at: number) => string): string[] {
  return Array.from({ length: length - 2 }, (_, at) => cut(at));
}
