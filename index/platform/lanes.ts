/** Runs tasks of one key one after the other and tasks of different keys side by side. */
export interface Lanes {
  /** Runs `task` after everything that was put on this lane before it, and gives back what it gives or throws. */
  serially<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
  /** Whether a lane has anything left to do. */
  isBusy(key: string): boolean;
  /** Resolves when no lane has anything left to do. */
  idle(): Promise<void>;
}

/** Lanes in memory; a lane that has run empty leaves nothing behind. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    serially(key, task) {
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = result
        .then(
          () => {},
          () => {},
        )
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return result;
    },
    isBusy: (key) => tails.has(key),
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
