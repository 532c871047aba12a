import { BoundedMap } from '../../../index/platform/bounded-map.js';
import type { Clock } from '../../../index/platform/clock.js';

const REMEMBERED = 10_000;

/**
 * Tells whether a sign follows another one of its key too soon, and remembers it where it does not; in memory alone.
 * @param soonestMs how long after a sign the next may follow
 */
export function createTooSoon(clock: Clock, soonestMs: number): (key: string) => boolean {
  const lastAt = new BoundedMap<string, number>(REMEMBERED);
  return (key) => {
    const [before, now] = [lastAt.get(key), clock.now().getTime()];
    if (before !== undefined && Math.abs(now - before) < soonestMs) return true;
    lastAt.set(key, now);
    return false;
  };
}
