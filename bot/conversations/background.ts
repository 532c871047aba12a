import type { Log } from '../../index/platform/log.js';
import { createRunningSet } from '../../index/platform/running-set.js';

/** Work that a stopping program lets finish, whether or not anybody waits for it. */
export interface Background {
  /** Starts `task` and resolves when it has ended; its failure is logged, never thrown. */
  run(task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = createRunningSet();
  return {
    run(task) {
      // Also what a task throws before its first wait belongs to it.
      const work = (async () => task())().catch((error: unknown) =>
        log.error('Work in the background failed.', { error }),
      );
      running.add(work);
      return work;
    },
    idle: () => running.idle(),
  };
}
