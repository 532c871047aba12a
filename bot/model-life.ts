import type { EmbedderEnd } from '../index/contracts/embedder.js';
import type { Log } from '../index/platform/log.js';

/** Whether the embedding model lives. Without it no question is answered, and only a new process can load it again. */
export interface ModelLife {
  /** Takes note that it is over. */
  over(end: EmbedderEnd): void;
  /** Resolves when it is over. */
  readonly isOver: Promise<void>;
  /** Why questions cannot be answered, in a sentence; null while it lives. */
  notReadyBecause(): string | null;
  /** Ends the process: with 1, or at once and by force where a thread that hangs would not let it go. */
  endProcess(): void;
}

/** @param process only tests give another one */
export function watchModel(
  log: Log,
  process: Pick<NodeJS.Process, 'exit' | 'kill' | 'pid'> = globalThis.process,
): ModelLife {
  let end: EmbedderEnd | null = null;
  let tell = () => {};
  const isOver = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    isOver,
    over(one) {
      end = one;
      log.error('The embedding model is over; the program ends, to be started anew.', {
        code: 'EMBEDDER_ENDED',
        reason: one.reason,
      });
      tell();
    },
    notReadyBecause: () => end && 'the embedding model is over: the program ends and has to be started again',
    endProcess() {
      if (end?.isHanging) process.kill(process.pid, 'SIGKILL');
      else process.exit(1);
    },
  };
}
