import type { Clock } from '../../../index/platform/clock.js';
import type { GraphUsage } from '../graph/graph-usage.js';
import { createBucket, createBuckets } from './bucket.js';

const MINUTE_MS = 60_000;

/** From here on calls are spread, in percent of Meta's limit. */
const SPREAD_FROM = 80;
/** From here on nothing is called for a while. */
const HOLD_FROM = 95;
const HOLD_MS = 5 * MINUTE_MS;
/** Time between two calls just below the hold. */
const LARGEST_GAP_MS = 2_000;
/** Meta counts over one hour: what was told longer ago says nothing any more. */
const FORGET_AFTER_MS = 60 * MINUTE_MS;

/** How long to wait before a message may go out, and who else must. */
interface Wait {
  readonly waitMs: number;
  readonly scope: 'message' | 'door';
  readonly reason: string;
}

/** Keeps calls below Meta's rate limits. Looks at the clock, never waits itself. */
interface UsageLimits {
  /** Asks for one message to a customer now; null when it may go out, which then counts. */
  take(thread: string): Wait | null;
  /** Whether what nobody would miss (typing, a name) is better left out. */
  isTight(): boolean;
  /** Takes what an answer told of the usage; null tells nothing. */
  observe(usage: GraphUsage | null): void;
  /** Nothing goes out for so long: Meta refused a call because there were too many. */
  hold(waitMs: number): void;
}

/**
 * Limits by what Meta tells with every answer (`X-App-Usage`: share of 200 calls × engaged users in a rolling hour), and
 * two of our own: 250 messages a second by the page (Meta takes 300) and, since too many to one thread are refused too,
 * 30 at once to one customer, then two a second.
 *
 * | usage       | what is done                                                                     |
 * |-------------|----------------------------------------------------------------------------------|
 * | below 80 %  | nothing                                                                          |
 * | 80 to 95 %  | a gap between two calls that grows evenly from 0 to 2 s; no typing, no names     |
 * | from 95 %   | 5 minutes nothing, or as long as Meta says; then one call every 2 s, which tells |
 *
 * Each server counts for itself: the usage that Meta tells is of all of them.
 */
export function createUsageLimits(clock: Clock): UsageLimits {
  const page = createBucket({ atOnce: 250, perSecond: 250 });
  const threads = createBuckets({ atOnce: 30, perSecond: 2 });
  let percent = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let lastCallAt = Number.NEGATIVE_INFINITY;

  return {
    take(thread) {
      const now = clock.now().getTime();
      const door = (waitMs: number, why: string): Wait => ({
        waitMs,
        scope: 'door',
        reason: `Rate limit: ${why}`,
      });
      if (now < heldUntil) return door(heldUntil - now, 'Meta takes no calls for a while');
      const gapLeft = lastCallAt + gapMs(now) - now;
      if (gapLeft > 0) return door(gapLeft, `${percent} % is used, calls are spread`);
      const threadWaitMs = threads.of(thread, now).waitMs(now);
      if (threadWaitMs > 0) {
        return {
          waitMs: threadWaitMs,
          scope: 'message',
          reason: 'Rate limit: many messages to one customer',
        };
      }
      const pageWaitMs = page.waitMs(now);
      if (pageWaitMs > 0) return door(pageWaitMs, 'many messages within a second');
      page.take(now);
      threads.of(thread, now).take(now);
      lastCallAt = now;
      return null;
    },
    isTight() {
      const now = clock.now().getTime();
      return now < heldUntil || gapMs(now) > 0;
    },
    observe(usage) {
      if (usage === null) return;
      const now = clock.now().getTime();
      percent = usage.percent;
      toldAt = now;
      const told = (usage.minutesToWait ?? 0) * MINUTE_MS;
      if (told > 0 || percent >= HOLD_FROM) hold(told || HOLD_MS);
    },
    hold,
  };

  function hold(waitMs: number): void {
    heldUntil = Math.max(heldUntil, clock.now().getTime() + waitMs);
  }

  function gapMs(now: number): number {
    if (now - toldAt > FORGET_AFTER_MS) return 0;
    const share = (percent - SPREAD_FROM) / (HOLD_FROM - SPREAD_FROM);
    return Math.round(LARGEST_GAP_MS * Math.min(1, Math.max(0, share)));
  }
}
