/** What addresses may still ask for: a bucket for each, which fills up as time goes by. */
export interface RequestBudget {
  /** Takes `units` out of what a key has; false where it has not that much, and then nothing is taken. */
  spend(key: string, units: number): boolean;
  /** What turned out to cost more than was spent, or, below zero, less. A key may come to owe, at most what a few seconds bring. */
  charge(key: string, units: number): void;
  /** What a key has left, as a part of the most that it can have; below zero where it owes. */
  leftOf(key: string): number;
  /** How many keys are remembered. */
  size(): number;
}

export interface RequestBudgetLimits {
  /** Units that each key gets a second. */
  readonly perSecond: number;
  /** Most that a key has at a time. */
  readonly atOnce: number;
  /** Keys that are remembered at a time; beyond, the one that was quiet for longest begins anew. */
  readonly keys: number;
}

interface Bucket {
  left: number;
  at: number;
}

const MOST_OWED_SECONDS = 5;
/** Looked at with each new key, so that a time without strangers ends with none remembered. */
const FORGOTTEN_AT_ONCE = 2;

/** @param now milliseconds of a clock that only goes forward */
export function createRequestBudget(limits: RequestBudgetLimits, now: () => number): RequestBudget {
  // A map keeps the order in which keys were put in: whoever asks is put in again, so that the quietest comes first.
  const buckets = new Map<string, Bucket>();
  const leastLeft = -MOST_OWED_SECONDS * limits.perSecond;

  function leftNow({ left, at }: Bucket, time: number): number {
    return Math.min(limits.atOnce, left + ((time - at) / 1_000) * limits.perSecond);
  }

  function take(key: string): Bucket {
    const time = now();
    const known = buckets.get(key);
    if (known) {
      known.left = leftNow(known, time);
      known.at = time;
      buckets.delete(key);
      buckets.set(key, known);
      return known;
    }
    forget(time);
    const bucket = { left: limits.atOnce, at: time };
    buckets.set(key, bucket);
    return bucket;
  }

  function forget(time: number): void {
    let looked = 0;
    for (const [key, bucket] of buckets) {
      const isTooMany = buckets.size >= limits.keys;
      if (!isTooMany && (looked === FORGOTTEN_AT_ONCE || leftNow(bucket, time) < limits.atOnce)) return;
      looked += 1;
      buckets.delete(key);
    }
  }

  return {
    spend(key, units) {
      const bucket = take(key);
      if (bucket.left < units) return false;
      bucket.left -= units;
      return true;
    },
    charge(key, units) {
      const bucket = take(key);
      bucket.left = Math.max(leastLeft, Math.min(limits.atOnce, bucket.left - units));
    },
    leftOf: (key) => take(key).left / limits.atOnce,
    size: () => buckets.size,
  };
}
