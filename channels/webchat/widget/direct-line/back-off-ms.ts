const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/**
 * How long to wait before an attempt: doubles from half a second up to 20 s, of which a random part between half and all, so that
 * the customers of a server that was away do not come back in one moment.
 * @param attempt 0 for the first
 * @param random from 0 to 1
 */
export function backOffMs(attempt: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random / 2);
}
