import { afterOpenMs, openMsBetween } from './opening-times.js';
import type { Schedule } from './schedule.js';

/**
 * An answer that a customer was promised within so much opening time. It runs from `from` to `dueAt`, and stands still from
 * `stoppedAt` on, while the customer is to answer. Times are ISO 8601 in UTC.
 */
export interface Promised {
  readonly from: string;
  /** How much opening time was left at `from`, in milliseconds. */
  readonly leftMs: number;
  /** Until when it is to be kept; null while it stands still. */
  readonly dueAt: string | null;
  /** From when on three quarters of it are gone; null while it stands still. */
  readonly warnAt: string | null;
  /** Since when it stands still; null while it runs. */
  readonly stoppedAt: string | null;
}

/** So much of a promise is left when those at the desk are warned. */
const WARN_SHARE = 0.25;

/**
 * What is promised to who asks now.
 * @param totalMs opening time within which it is to be kept, in milliseconds
 * @returns null where it is not open so long within 400 days: nothing can be promised
 */
export function makePromise(schedule: Schedule, now: Date, totalMs: number): Promised | null {
  return runFrom(schedule, now, totalMs, totalMs);
}

/** A promise that stands still from now on; one that does already stays as it is. */
export function stopPromise(promised: Promised, now: Date): Promised {
  if (promised.stoppedAt !== null) return promised;
  const { from, leftMs } = promised;
  return { from, leftMs, dueAt: null, warnAt: null, stoppedAt: now.toISOString() };
}

/**
 * A promise that runs from now on with the opening time that was left when it stopped; one that runs already stays as it is.
 * @param schedule null where the hours are not known any more: then all time counts
 */
export function runPromise(
  schedule: Schedule | null,
  promised: Promised,
  now: Date,
  totalMs: number,
): Promised {
  if (promised.stoppedAt === null) return promised;
  const leftMs = Math.max(0, promised.leftMs - usedMs(schedule, promised.from, promised.stoppedAt));
  return (schedule && runFrom(schedule, now, leftMs, totalMs)) ?? runAlways(now, leftMs, totalMs);
}

function usedMs(schedule: Schedule | null, from: string, to: string): number {
  if (schedule) return openMsBetween(schedule, new Date(from), new Date(to));
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

function runFrom(schedule: Schedule, now: Date, leftMs: number, totalMs: number): Promised | null {
  const dueAt = afterOpenMs(schedule, now, leftMs);
  const warnAt = afterOpenMs(schedule, now, untilWarning(leftMs, totalMs));
  return dueAt && warnAt && running(now, leftMs, dueAt, warnAt);
}

function runAlways(now: Date, leftMs: number, totalMs: number): Promised {
  const after = (ms: number) => new Date(now.getTime() + ms);
  return running(now, leftMs, after(leftMs), after(untilWarning(leftMs, totalMs)));
}

function untilWarning(leftMs: number, totalMs: number): number {
  return Math.max(0, Math.ceil(leftMs - totalMs * WARN_SHARE));
}

function running(now: Date, leftMs: number, dueAt: Date, warnAt: Date): Promised {
  return {
    from: now.toISOString(),
    leftMs,
    dueAt: dueAt.toISOString(),
    warnAt: warnAt.toISOString(),
    stoppedAt: null,
  };
}
