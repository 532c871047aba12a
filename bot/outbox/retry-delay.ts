const FIRST_MS = 1_000;
const GROWTH = 4;
const LONGEST_MS = 300_000;
/** Waits differ by up to this part, so that messages that failed together do not come again together. */
const JITTER = 0.2;

/**
 * How long to wait after a failed attempt, in milliseconds: about 1 s, 4 s, 16 s, 64 s, 256 s, then every five minutes
 * (exponential back-off with jitter).
 * @param attempts how often was tried so far, at least 1
 * @param chance from 0 to 1: where in the jitter the wait falls
 */
export function retryDelay(attempts: number, chance: number): number {
  const wait = Math.min(FIRST_MS * GROWTH ** (attempts - 1), LONGEST_MS);
  return Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}
