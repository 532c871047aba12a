import type { Clock } from '../../../index/platform/clock.js';
import { messageOf } from '../../../index/platform/errors.js';
import type { Log } from '../../../index/platform/log.js';
import type {
  ShadowGist,
  ShadowLook,
  ShadowPage,
  ShadowReport,
} from '../../contracts/content/desk-shadow.js';

export type ShadowEnd =
  | { readonly isDone: true; readonly report: ShadowReport }
  | { readonly isDone: false; readonly code: string };

/** Puts the questions of some days to a release, outside this process. @param tell told how many answers there are, of how many */
export type AttemptShadow = (
  wanted: { readonly releaseId: string; readonly days: number },
  stop: AbortSignal,
  tell: (done: number, total: number) => void,
) => Promise<ShadowEnd>;

/** Runs of customers' questions through releases that wait: one at a time, the last one remembered for a while. */
export interface ShadowRuns {
  look(): ShadowLook | null;
  /** False where one is at it. */
  start(wanted: { readonly releaseId: string; readonly days: number; readonly by: string }): boolean;
  stop(): void;
  /** Changes of the last run from one place on; null where there is none of this release. */
  changes(releaseId: string, from: number): ShadowPage | null;
  /** Ends what is at it, and forgets all. */
  close(): Promise<void>;
}

const CHANGES_A_PAGE = 20;
/** What a run gave is in memory alone and forgotten then, so that a customer's words do not outlive them by much. */
const REMEMBERED_MS = 15 * 60_000;

interface Remembered {
  readonly look: ShadowLook;
  readonly report: ShadowReport | null;
}

export function createShadowRuns({
  attempt,
  clock,
  log,
}: {
  readonly attempt: AttemptShadow;
  readonly clock: Clock;
  readonly log: Log;
}): ShadowRuns {
  let last: Remembered | null = null;
  let running: { readonly stop: AbortController; readonly end: Promise<void> } | null = null;
  let forgetting: NodeJS.Timeout | null = null;

  function change(changes: Partial<ShadowLook>, report: ShadowReport | null = null): void {
    if (last) last = { look: { ...last.look, ...changes }, report };
  }

  function forget(): void {
    if (forgetting) clearTimeout(forgetting);
    forgetting = null;
    if (!running) last = null;
  }

  /** The timer tidies up; the time decides, so that nothing is told that is past it. */
  function remembered(): Remembered | null {
    const endedAt = last?.look.endedAt;
    if (endedAt && clock.now().getTime() - Date.parse(endedAt) >= REMEMBERED_MS) forget();
    return last;
  }

  function ended(end: ShadowEnd, isStopped: boolean): void {
    const endedAt = clock.now().toISOString();
    if (end.isDone) change({ endedAt, outcome: 'done', gist: gistOf(end.report) }, end.report);
    else if (isStopped) change({ endedAt, outcome: 'stopped' });
    else {
      change({ endedAt, outcome: 'failed', code: end.code });
      log.warn('Customers’ questions could not be put to a release.', { code: end.code });
    }
    forgetting = setTimeout(forget, REMEMBERED_MS);
    forgetting.unref();
  }

  return {
    look: () => remembered()?.look ?? null,
    start({ releaseId, days, by }) {
      if (running) return false;
      forget();
      const startedAt = clock.now().toISOString();
      const begun = { endedAt: null, done: 0, total: null, outcome: null, code: null, gist: null };
      last = { look: { releaseId, days, by, startedAt, ...begun }, report: null };
      const stop = new AbortController();
      const end = attempt({ releaseId, days }, stop.signal, (done, total) => change({ done, total }))
        .catch((error: unknown): ShadowEnd => ({ isDone: false, code: messageOf(error) }))
        .then((how) => {
          running = null;
          ended(how, stop.signal.aborted);
        });
      running = { stop, end };
      return true;
    },
    stop: () => running?.stop.abort(),
    changes(releaseId, from) {
      const known = remembered();
      if (!known?.report || known.look.releaseId !== releaseId) return null;
      const { changes } = known.report;
      const next = from + CHANGES_A_PAGE;
      return { changes: changes.slice(from, next), next: next < changes.length ? next : null };
    },
    async close() {
      running?.stop.abort();
      await running?.end;
      forget();
    },
  };
}

function gistOf(report: ShadowReport): ShadowGist {
  const { releaseId, liveId, since, asked, different, leftOut, before, after, changed } = report;
  return { releaseId, liveId, since, asked, different, leftOut, before, after, changed };
}
