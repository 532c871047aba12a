const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader sees as single characters, in order: an emoji of several code points is one (Unicode UAX #29). */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
