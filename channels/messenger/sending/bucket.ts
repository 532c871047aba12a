/** Allows some calls at once, then so many a second (a token bucket). */
interface Bucket {
  /** Milliseconds until one more is allowed; 0 where it is now. */
  waitMs(now: number): number;
  /** Counts one. */
  take(now: number): void;
  /** Whether nothing was taken that still counts. */
  isFull(now: number): boolean;
}

/** How many calls are allowed. */
interface Allowance {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** A full bucket; times are milliseconds since 1970. */
export function createBucket({ atOnce, perSecond }: Allowance): Bucket {
  let left = atOnce;
  let countedAt = Number.NEGATIVE_INFINITY;
  return {
    waitMs: (now) => Math.max(0, Math.ceil(((1 - leftAt(now)) / perSecond) * 1_000)),
    take(now) {
      left = leftAt(now) - 1;
      countedAt = now;
    },
    isFull: (now) => leftAt(now) >= atOnce,
  };

  function leftAt(now: number): number {
    return Math.min(atOnce, left + (Math.max(0, now - countedAt) / 1_000) * perSecond);
  }
}

/** Above so many buckets, those that count nothing are dropped. */
const MANY = 5_000;

/** A bucket for each key; those that are full again are forgotten in time. */
export function createBuckets(allowance: Allowance): { of(key: string, now: number): Bucket } {
  const buckets = new Map<string, Bucket>();
  let sweepAbove = MANY;
  return {
    of(key, now) {
      const known = buckets.get(key);
      if (known) return known;
      if (buckets.size >= sweepAbove) {
        for (const [name, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(name);
        sweepAbove = Math.max(MANY, 2 * buckets.size);
      }
      const bucket = createBucket(allowance);
      buckets.set(key, bucket);
      return bucket;
    },
  };
}
