import { type Clock, delay } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { BotPause } from './contracts/desk.js';

/** How an attempt ended; `code` tells why it failed. */
export type UpgradeEnd =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly code: string; readonly message: string };

/** Whether the index of an earlier version is being built anew. While it is, a person takes every question. */
export interface IndexUpgrade {
  /**
   * Upgrades; resolves when it is over, done or not. A failure leaves everything as it was: the next start tries again,
   * and whoever publishes another release meanwhile ends it. Never throws.
   */
  run(): Promise<void>;
  /** For the desk; null before it begins and when it is done. */
  pause(): BotPause | null;
  /** Why questions are not answered, in a sentence; null before it begins and when it is done. */
  notReadyBecause(): string | null;
  /** Ends a running attempt. */
  stop(): void;
}

export interface IndexUpgradeParts {
  /** Makes one attempt, outside this thread. */
  readonly attempt: (stop: AbortSignal, tell: (line: string) => void) => Promise<UpgradeEnd>;
  /** Takes up what was published; tells whether a release is live. */
  readonly takeUp: () => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long to wait for another ingest that runs; 2 s where not given. */
  readonly betweenMs?: number;
}

export function createIndexUpgrade(parts: IndexUpgradeParts): IndexUpgrade {
  const { attempt, takeUp, clock, log, betweenMs = 2_000 } = parts;
  const stopping = new AbortController();
  let pause: BotPause | null = null;
  let failedBy = '';

  async function upgrade(since: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const end = await attempt(stopping.signal, (line) => log.debug('The index is upgraded.', { line }));
      if (stopping.signal.aborted) return;
      if (await takeUp()) {
        pause = null;
        return log.info('The index was upgraded.', { since });
      }
      // Another process is at it, or reads the sources: both end in a release that can be used.
      const isWaiting = !end.isDone && end.code === 'INGEST_RUNNING';
      if (!isWaiting) {
        failedBy = end.isDone ? 'nothing was published' : end.code;
        pause = { kind: 'upgrade-failed', since };
        return log.error('The index could not be upgraded; a person takes every question.', {
          code: failedBy,
          reason: end.isDone ? '' : end.message,
          advice: 'Mend the cause and start again, or run "npm run ingest".',
        });
      }
      await delay(betweenMs, stopping.signal);
    }
  }

  return {
    async run() {
      const since = clock.now().toISOString();
      pause = { kind: 'upgrading', since };
      try {
        await upgrade(since);
      } catch (error) {
        failedBy = 'see the log';
        pause = { kind: 'upgrade-failed', since };
        log.error('The index could not be upgraded; a person takes every question.', { error });
      }
    },
    pause: () => pause,
    notReadyBecause() {
      if (pause === null) return null;
      return pause.kind === 'upgrading'
        ? 'upgrading the index'
        : `upgrading the index failed (${failedBy}); the log says what to do`;
    },
    stop: () => stopping.abort(),
  };
}
