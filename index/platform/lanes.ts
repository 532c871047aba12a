/** Runs tasks of one key one after the other and tasks of different keys side by side. */
export interface Lanes {
  /** Runs `task` after everything that was put on this lane before it, and gives back what it gives or throws. */
  serially<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
  /** How many tasks of a lane run or wait, so that who puts much on it can be refused. */
  length(key: string): number;
  /** Whether a lane has anything left to do. */
  isBusy(key: string): boolean;
  /** Resolves when no lane has anything left to do. */
  idle(): Promise<void>;
}

/** Lanes in memory; a lane that has run empty leaves nothing behind. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  const lengths = new Map<string, number>();
  return {
    serially(key, task) {
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = result
        .then(
          () => {},
          () => {},
        )
        .then(() => {
          lengths.set(key, (lengths.get(key) ?? 1) - 1);
          if (lengths.get(key) === 0) lengths.delete(key);
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      lengths.set(key, (lengths.get(key) ?? 0) + 1);
      return result;
    },
    length: (key) => lengths.get(key) ?? 0,
    isBusy: (key) => tails.has(key),
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

/** The same work, under way once at a time: whoever asks for it meanwhile gets what that comes to. */
export function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
