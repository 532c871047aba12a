import type { Clock } from '../../index/platform/clock.js';

/** Teams' limits for a bot in one conversation ("Rate limits", per bot per thread): calls in a time. */
const LIMITS = [
  { calls: 7, withinMs: 1_000 },
  { calls: 8, withinMs: 2_000 },
  { calls: 60, withinMs: 30_000 },
] as const;
const LONGEST_MS = 30_000;

/** Counts calls for each conversation, so that a burst does not run into the channel's limit. */
interface ThreadPace {
  /** Counts a call and returns 0, or, where it would be one too many, how many milliseconds to wait. */
  take(threadId: string): number;
}

/** The limit of 1,800 calls an hour is left to the channel to enforce: counting that far back is not worth its memory. */
export function createThreadPace(clock: Clock): ThreadPace {
  /** Times of recent calls, oldest first; the conversation called last stands last. */
  const threads = new Map<string, number[]>();

  function forget(now: number): void {
    for (const [threadId, calls] of threads) {
      if ((calls.at(-1) ?? 0) > now - LONGEST_MS) return;
      threads.delete(threadId);
    }
  }

  return {
    take(threadId) {
      const now = clock.now().getTime();
      forget(now);
      const calls = (threads.get(threadId) ?? []).filter((at) => at > now - LONGEST_MS);
      const waitMs = Math.max(...LIMITS.map((limit) => (calls.at(-limit.calls) ?? 0) + limit.withinMs - now));
      if (waitMs > 0) return waitMs;
      threads.delete(threadId);
      threads.set(threadId, [...calls, now]);
      return 0;
    },
  };
}
