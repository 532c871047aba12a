import type { Log } from '../../index/platform/log.js';

/** Work that a stopping program lets finish, whether or not anybody waits for it. */
export interface Background {
  /** Starts `task` and resolves when it has ended; its failure is logged, never thrown. */
  run(task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    run(task) {
      // Also what a task throws before its first wait belongs to it.
      const work = (async () => task())()
        .catch((error: unknown) => log.error('Work in the background failed.', { error }))
        .finally(() => running.delete(work));
      running.add(work);
      return work;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
