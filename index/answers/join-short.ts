/** A vector a sentence: more would make releases big for the sake of a few endless answers. */
export const MAX_SENTENCES = 40;
/** A sentence of fewer words joins its neighbour; the next number is tried where there are too many sentences. */
export const MIN_WORDS = [5, 10, 20, 40, 80] as const;

interface Joinable {
  readonly words: number;
  /** Whether it introduces what is after it. */
  readonly leads: boolean;
}

/**
 * Joins what follows something of fewer than `minWords`, and what is of fewer than 5 words itself, to what is before it;
 * a short question or "so:" waits for what is after it.
 */
export function joinShort<Piece extends Joinable>(
  sentences: readonly Piece[][],
  minWords: number,
): Piece[][] {
  const joined: Piece[][] = [];
  let words = 0;
  sentences.forEach((pieces, at) => {
    const count = pieces.reduce((sum, piece) => sum + piece.words, 0);
    const leads = at < sentences.length - 1 && pieces.at(-1)?.leads === true;
    const last = joined.at(-1);
    if (last && (words < minWords || (count < MIN_WORDS[0] && !leads))) {
      last.push(...pieces);
      words += count;
    } else {
      joined.push([...pieces]);
      words = count;
    }
  });
  return joined;
}
