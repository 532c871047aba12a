/** Work under way that nobody waits for, so that a stopping program can let it finish. */
interface RunningSet {
  /** Counts `work` until it has ended; what it throws is for its maker to handle. */
  add(work: Promise<void>): void;
  /** Resolves when nothing runs any more, what was added meanwhile included. */
  idle(): Promise<void>;
  readonly size: number;
}

export function createRunningSet(): RunningSet {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const end = work.catch(() => {}).finally(() => running.delete(end));
      running.add(end);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    get size() {
      return running.size;
    },
  };
}
