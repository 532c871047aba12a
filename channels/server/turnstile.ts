import { channelErrors } from '../errors.js';

/** Lets pieces of work through one at a time for each key, and a few at a time in all; the others wait in line. */
interface Turnstile {
  /**
   * Does the work when its turn has come.
   * @throws TOO_MANY_READS when the line is too long already; the work was not begun
   */
  pass<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

interface TurnstileLimits {
  /** Pieces of work under way at a time, each of another key. */
  readonly atOnce: number;
  /** How many may wait for one key. */
  readonly waitingOfKey: number;
  /** How many may wait in all. */
  readonly waiting: number;
}

interface Waiting {
  readonly key: string;
  readonly begin: () => void;
}

export function createTurnstile(limits: TurnstileLimits): Turnstile {
  const busy = new Set<string>();
  const line: Waiting[] = [];

  const isFree = (key: string) => busy.size < limits.atOnce && !busy.has(key);

  function queue(key: string): Promise<void> {
    const ofKey = line.filter((waiting) => waiting.key === key).length;
    if (ofKey >= limits.waitingOfKey || line.length >= limits.waiting) throw channelErrors.TOO_MANY_READS({});
    return new Promise((begin) => line.push({ key, begin }));
  }

  function release(key: string): void {
    busy.delete(key);
    const next = line.findIndex((waiting) => isFree(waiting.key));
    const [first] = next < 0 ? [] : line.splice(next, 1);
    if (!first) return;
    busy.add(first.key);
    first.begin();
  }

  return {
    async pass(key, work) {
      if (isFree(key)) busy.add(key);
      else await queue(key);
      try {
        return await work();
      } finally {
        release(key);
      }
    },
  };
}
