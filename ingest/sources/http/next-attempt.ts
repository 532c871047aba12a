/** How an attempt failed: with an answer, or without one. */
interface FetchAttempt {
  /** How many were made, this one included. */
  readonly attempts: number;
  /** Null where no answer came. */
  readonly status: number | null;
  /** The header `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3); null where there is none. */
  readonly retryAfter: string | null;
}

/** Attempts in all. */
export const MOST_ATTEMPTS = 5;
/** A community that asks for a longer wait is left alone until the next run. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** Answers that another attempt may turn into better ones. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504, 520, 522, 524]);

/**
 * How many milliseconds to wait before the next attempt, null for none: twice as long each time from 1 s on, and at least
 * what the community asks for. Some send `Retry-After: 0` with every refusal (Khoros), so that alone is not believed.
 */
export function nextAttempt({ attempts, status, retryAfter }: FetchAttempt, now: Date): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  if (status !== null && !PASSING.has(status)) return null;
  const wait = Math.max(1000 * 2 ** (attempts - 1), retryAfterMs(retryAfter, now));
  return wait > LONGEST_WAIT_MS ? null : wait;
}

/** Milliseconds that a `Retry-After` asks for; 0 where it says nothing, or a time that is over. */
export function retryAfterMs(text: string | null, now: Date): number {
  const written = text?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(written)) return Math.ceil(Number(written) * 1000);
  // A date begins with a day of the week in each of its three forms; Date would take other texts as well.
  const time = /^[A-Z][a-z]{2,8},? /.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) ? 0 : Math.max(0, time - now.getTime());
}
