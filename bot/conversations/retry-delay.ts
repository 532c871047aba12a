/** How often a message is tried before it counts as failed. */
export const MOST_ATTEMPTS = 6;

const FIRST_DELAY_MS = 1_000;
const GROWTH = 4;

/**
 * How long to wait after a failed attempt, in milliseconds: 1 s, 4 s, 16 s, 64 s, 256 s; null when it was the last one.
 * @param attempts how often was tried so far, at least 1
 */
export function retryDelay(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : FIRST_DELAY_MS * GROWTH ** (attempts - 1);
}
