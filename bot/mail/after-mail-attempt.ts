import type { MailOutcome } from './mailer.js';

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** A mail that does not get through for a day is given up. */
const GIVE_UP_MS = 24 * 60 * MINUTE_MS;

/** What is written down of a mail after an attempt. */
interface AfterMailAttempt {
  readonly state: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  /** Left out where none follows. */
  readonly nextAttemptAt?: string;
}

/**
 * A mail that did not get through is tried again after 2, 4, 8 … 60 minutes, for a day; what the server refused for good is not. Pure.
 * @param mail attempts before this one, and when it was written down (ISO 8601 in UTC)
 */
export function afterMailAttempt(
  outcome: MailOutcome,
  mail: { readonly attempts: number; readonly createdAt: string },
  now: Date,
): AfterMailAttempt {
  const attempts = mail.attempts + 1;
  if (outcome.kind === 'sent') return { state: 'sent', attempts };
  const isOver = now.getTime() - Date.parse(mail.createdAt) >= GIVE_UP_MS;
  if (outcome.kind === 'refused' || isOver) return { state: 'failed', attempts };
  const waitMs = Math.min(2 ** attempts * MINUTE_MS, LONGEST_WAIT_MS);
  return { state: 'queued', attempts, nextAttemptAt: new Date(now.getTime() + waitMs).toISOString() };
}
