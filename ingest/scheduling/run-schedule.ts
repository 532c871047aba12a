import { type Clock, delay, systemClock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { ProcessEnd } from '../../index/platform/processes/run-in-process.js';
import { readCron } from './read-cron.js';

/** Runs ingest by the clock. */
export interface RunSchedule {
  /** Ends waiting, and a run where it is; resolves when both are over. */
  stop(): Promise<void>;
}

export interface RunScheduleParts {
  /** Minute, hour, day of month, month, day of week, as cron reads them. */
  readonly expression: string;
  /** IANA name, such as "Europe/Amsterdam"; that of the machine where not given. */
  readonly timeZone?: string | undefined;
  /** Makes one run, outside this process. */
  readonly attempt: (stop: AbortSignal) => Promise<ProcessEnd>;
  /** Id of the release that is live now. */
  readonly liveId: () => string | null;
  readonly log: Log;
  readonly clock?: Clock;
  /** Waits so many milliseconds, or until it is stopped. */
  readonly wait?: (ms: number, stop: AbortSignal) => Promise<void>;
}

/** Timers count at most 24 days, and a clock that was put right meanwhile is seen. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * Starts running ingest whenever the expression says so. A run whose time comes while the one before is at it is left out,
 * with words; what one comes to is the attempt's to keep.
 * @throws INGEST_SCHEDULE_INVALID
 */
export function startRunSchedule(parts: RunScheduleParts): RunSchedule {
  const { expression, timeZone, attempt, liveId, log, clock = systemClock, wait = delay } = parts;
  const nextAfter = readCron(expression, timeZone);
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function waitUntil(at: Date): Promise<void> {
    while (!stopping.signal.aborted) {
      const left = at.getTime() - clock.now().getTime();
      if (left <= 0) return;
      await wait(Math.min(left, LONGEST_WAIT_MS), stopping.signal);
    }
  }

  async function run(): Promise<void> {
    log.info('A scheduled ingest begins.', { expression });
    const end = await attempt(stopping.signal);
    if (stopping.signal.aborted) return;
    if (end.isDone) return log.info('The scheduled ingest is done.', { releaseId: liveId() });
    const { code, message } = end;
    // Somebody reads the sources right now: what this run was for is being done.
    if (code === 'INGEST_RUNNING')
      return log.warn('A scheduled ingest was left out because another one is running.', { code });
    const facts = { code, reason: message };
    if (code === 'RELEASE_HELD_BACK')
      log.warn('The scheduled ingest held a release back; the live one stays.', facts);
    else log.error('The scheduled ingest failed; the live release stays.', facts);
  }

  function begin(): void {
    if (running) {
      log.warn('A scheduled ingest was left out because the one before is still running.', { expression });
      return;
    }
    running = run()
      .catch((error: unknown) => log.error('The scheduled ingest could not be run.', { error }))
      .finally(() => {
        running = null;
      });
  }

  async function keepTime(): Promise<void> {
    for (let last = clock.now(); !stopping.signal.aborted; ) {
      const at = nextAfter(last);
      if (at === null) return log.warn('The schedule of ingest names no further time.', { expression });
      log.debug('The next scheduled ingest was set.', { at: at.toISOString() });
      await waitUntil(at);
      if (!stopping.signal.aborted) begin();
      // A clock that was put back must not begin the same run again.
      last = new Date(Math.max(at.getTime(), clock.now().getTime()));
    }
  }

  const keeping = keepTime();
  return {
    async stop() {
      stopping.abort();
      await keeping;
      await running;
    },
  };
}
