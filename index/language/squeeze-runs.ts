/** How long runs in a text may be that say nothing by their length. */
export interface RunLimits {
  /** The same sign again and again. */
  readonly sameSign: number;
  /** Signs without a blank between them: longer than any word or address that people write. */
  readonly unbroken: number;
  /** Blanks and line ends. */
  readonly blanks: number;
}

/**
 * Shortens runs in a text: the same sign again and again, signs without a blank, blanks. Searching with patterns takes time
 * that grows with the square of a run, and whoever writes such runs means just that; words and sentences stay as they are.
 * Itself it takes time that grows with the length alone.
 */
export function squeezeRuns(text: string, { sameSign, unbroken, blanks }: RunLimits): string {
  let kept = '';
  let last = '';
  let same = 0;
  let row = 0;
  let isBlankRow = false;
  for (const sign of text) {
    const isBlank = sign.trim() === '';
    same = sign === last ? same + 1 : 1;
    row = isBlank === isBlankRow ? row + 1 : 1;
    isBlankRow = isBlank;
    last = sign;
    if (same <= sameSign && row <= (isBlank ? blanks : unbroken)) kept += sign;
  }
  return kept;
}
