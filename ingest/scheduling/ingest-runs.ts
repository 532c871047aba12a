import { type Clock, systemClock } from '../../index/platform/clock.js';
import { recordIn } from '../../index/platform/is-record.js';
import type { Log } from '../../index/platform/log.js';
import type { ProcessEnd } from '../../index/platform/processes/run-in-process.js';
import type { RunOutcome, RunTrouble } from './run-trouble.js';

/** How far a run is: `done` of `total`, which is null where it is not known. */
export interface RunStep {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** A run that this server began, by the clock or for a person. Times are ISO 8601 in UTC. */
export interface IngestRun {
  /** '' for the schedule. */
  readonly by: string;
  readonly startedAt: string;
  /** Null while it is at it. */
  readonly endedAt: string | null;
  /** Null before its first word. */
  readonly step: RunStep | null;
  /** Null while it is at it; `stopped` where the server ended it. */
  readonly outcome: RunOutcome | 'stopped' | null;
  /** Code of the error of one that failed; null for every other. */
  readonly code: string | null;
}

/** Makes one run outside this process. `tell` is told of each line of its progress. */
export type AttemptRun = (
  who: { readonly by: string; readonly isFull: boolean },
  stop: AbortSignal,
  tell: (line: string) => void,
) => Promise<ProcessEnd>;

/** The runs of a server, one at a time. */
export interface IngestRuns {
  /** Begins a run for somebody; false where one is at it that this server began. */
  start(by: string, isFull: boolean): boolean;
  /** Makes a run for the schedule; where one is at it, it ends with INGEST_RUNNING. */
  runBySchedule(stop: AbortSignal): Promise<ProcessEnd>;
  /** The one that is at it, else the last one; null where there was none since this server started. */
  last(): IngestRun | null;
  /** Ends the one that is at it; resolves when it is over. */
  stop(): Promise<void>;
}

const RUNNING: ProcessEnd = {
  isDone: false,
  code: 'INGEST_RUNNING',
  message: 'A run that this server began is at it.',
};

/** Keeps the runs of a server, so that people can watch them, and what they come to. */
export function createIngestRuns({
  attempt,
  trouble,
  log,
  clock = systemClock,
}: {
  readonly attempt: AttemptRun;
  readonly trouble: RunTrouble;
  readonly log: Log;
  readonly clock?: Clock;
}): IngestRuns {
  const stopping = new AbortController();
  let last: IngestRun | null = null;
  let running: Promise<ProcessEnd> | null = null;

  function change(changes: Partial<IngestRun>): void {
    if (last) last = { ...last, ...changes };
  }

  async function run(by: string, isFull: boolean, stop: AbortSignal): Promise<ProcessEnd> {
    const startedAt = clock.now().toISOString();
    last = { by, startedAt, endedAt: null, step: null, outcome: null, code: null };
    const end = await attempt({ by, isFull }, stop, (line) => {
      const step = stepOf(line);
      if (step) change({ step });
    }).catch((error: unknown): ProcessEnd => {
      log.error('An ingest could not be run.', { error });
      return { isDone: false, code: 'NOT_STARTED', message: String(error) };
    });
    const isStopped = stop.aborted;
    const outcome = isStopped ? 'stopped' : trouble.note(end, startedAt);
    const code = outcome === 'failed' && !end.isDone ? end.code : null;
    change({ outcome, code, endedAt: clock.now().toISOString() });
    return end;
  }

  function begin(by: string, isFull: boolean, stop: AbortSignal): Promise<ProcessEnd> {
    const under = run(by, isFull, stop).finally(() => {
      running = null;
    });
    running = under;
    return under;
  }

  return {
    start(by, isFull) {
      if (running || stopping.signal.aborted) return false;
      log.info('Somebody at the desk began an ingest.', { isFull });
      void begin(by, isFull, stopping.signal).then((end) => {
        const { outcome = null, code = null } = last ?? {};
        log.info('The ingest that the desk began has ended.', { outcome, code, isDone: end.isDone });
      });
      return true;
    },
    runBySchedule: (stop) =>
      running ? Promise.resolve(RUNNING) : begin('', false, AbortSignal.any([stop, stopping.signal])),
    last: () => last,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** A line of `--progress json`; undefined for any other, such as the report at the end. */
function stepOf(line: string): RunStep | undefined {
  const { phase, done, total } = recordIn(line) ?? {};
  if (typeof phase !== 'string' || typeof done !== 'number') return undefined;
  return { phase, done, total: typeof total === 'number' ? total : null };
}
