import { openSpans } from './open-spans.js';
import { DAY_MS, type Schedule } from './schedule.js';

/** So far ahead is looked: what is not open within this time counts as never open. */
const HORIZON_MS = 400 * DAY_MS;

/** Whether it is open at a moment. */
export function isOpen(schedule: Schedule, at: Date): boolean {
  const [span] = openSpans(schedule, at.getTime(), at.getTime() + 1);
  return span !== undefined;
}

/** The first moment from `at` on at which it is open: `at` itself where it is; null where it is not within 400 days. */
export function nextOpening(schedule: Schedule, at: Date): Date | null {
  const [span] = openSpans(schedule, at.getTime(), at.getTime() + HORIZON_MS);
  return span ? new Date(span.from) : null;
}

/** For how many milliseconds it is open between two moments; 0 where the second is not later. */
export function openMsBetween(schedule: Schedule, from: Date, to: Date): number {
  let sum = 0;
  for (const span of openSpans(schedule, from.getTime(), to.getTime())) sum += span.to - span.from;
  return sum;
}

/**
 * The first moment at which so much opening time has passed since `from`, what "within four hours" comes to: the end of a day
 * rather than the beginning of the next, `from` itself for 0. Null where it is not reached within 400 days.
 */
export function afterOpenMs(schedule: Schedule, from: Date, ms: number): Date | null {
  if (ms <= 0) return from;
  let left = ms;
  for (const span of openSpans(schedule, from.getTime(), from.getTime() + HORIZON_MS)) {
    if (span.to - span.from >= left) return new Date(span.from + left);
    left -= span.to - span.from;
  }
  return null;
}
