import { Cron } from 'croner';
import { messageOf } from '../../index/platform/errors.js';
import { ingestErrors } from '../errors.js';

/** Fields of an expression: with a field of seconds somebody would start a run each second. */
const FIELDS = 5;

/**
 * Reads a cron expression of five fields.
 * @param timeZone IANA name; that of the machine where not given
 * @returns the first time it names after another one; null where there is none any more
 * @throws INGEST_SCHEDULE_INVALID
 */
export function readCron(expression: string, timeZone?: string): (after: Date) => Date | null {
  const invalid = (reason: string, cause?: unknown) =>
    ingestErrors.INGEST_SCHEDULE_INVALID({ expression, reason }, cause);
  if (!expression.trim().startsWith('@') && expression.trim().split(/\s+/).length !== FIELDS)
    throw invalid(`it has not ${FIELDS} fields`);
  try {
    const cron = new Cron(expression.trim(), { paused: true, ...(timeZone ? { timezone: timeZone } : {}) });
    // Reads the time zone, which is not looked at before.
    cron.nextRun(new Date(0));
    return (after) => cron.nextRun(after);
  } catch (error) {
    throw invalid(messageOf(error), error);
  }
}
