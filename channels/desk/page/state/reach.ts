import type { DeskEntry } from '../../../../bot/contracts/desk.js';

/** Whether an agent can write to a customer now, and for how long still. */
export type Reach =
  /** For as long as they like. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'until';
      /** ISO 8601 in UTC. */
      readonly at: string;
      readonly leftMs: number;
      /** `hour`: less than an hour is left; `day`: less than a day; `long`: more. */
      readonly left: 'hour' | 'day' | 'long';
    }
  | { readonly kind: 'closed'; readonly problem: 'window-closed' | 'unreachable' };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whether somebody can write to the customer of an entry. @param now the server's time in milliseconds */
export function reachOf(entry: Pick<DeskEntry, 'replyUntil' | 'isUnreachable'>, now: number): Reach {
  if (entry.isUnreachable) return { kind: 'closed', problem: 'unreachable' };
  const { replyUntil } = entry;
  if (replyUntil === null) return { kind: 'open' };
  const leftMs = Date.parse(replyUntil) - now;
  if (leftMs <= 0) return { kind: 'closed', problem: 'window-closed' };
  const left = leftMs < HOUR_MS ? 'hour' : leftMs < DAY_MS ? 'day' : 'long';
  return { kind: 'until', at: replyUntil, leftMs, left };
}
