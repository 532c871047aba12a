import { botErrors } from '../../errors.js';

/** What can be looked back at, in days; what conversations said before is seldom like tomorrow. */
export const MOST_SHADOW_DAYS = 30;
const DAY_MS = 86_400_000;

/** @throws SHADOW_COMMAND_INVALID */
export function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_SHADOW_DAYS) return days;
  throw botErrors.SHADOW_COMMAND_INVALID({
    reason: `--days is "${text}", and goes from 1 to ${MOST_SHADOW_DAYS}`,
  });
}

/** @returns ISO 8601 in UTC */
export function daysBack(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
