import type { StaleFinding } from '../../index/contracts/confirmations.js';
import type { OpposedPair } from '../../index/contracts/pair-decisions.js';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import { reviewInProcess, runReleaseCommand } from '../../ingest/releasing/ingest-process.js';
import type { IngestRuns } from '../../ingest/scheduling/ingest-runs.js';
import type { RememberedRelease } from '../../ingest/store/release-history.js';
import { openReleasePlans } from '../../ingest/store/release-plans.js';
import type { ReleaseLook } from '../contracts/content/desk-releases.js';
import type { ReleaseRoom, SwitchEnd } from '../desk/releases/desk-releases.js';
import { type AttemptShadow, createShadowRuns } from '../desk/releases/shadow-runs.js';
import { createPreviews, type PreviewParts } from './release-previews.js';
import { createReviewedList } from './reviewed-list.js';
import { createShadowProcess } from './shadow/shadow-process.js';

interface RoomParts extends PreviewParts {
  readonly releases: Pick<ReleaseStore, 'list' | 'currentId'>;
  readonly runs: IngestRuns;
  /** Runs a command about releases outside this process; the program's own where not given. */
  readonly command?: typeof runReleaseCommand;
  /** Prints what content people decide about, in the same way. */
  readonly review?: typeof reviewInProcess;
  /** Puts customers' questions to a release in the same way. */
  readonly attemptShadow?: AttemptShadow;
  readonly clock?: Clock;
}

const MOST_RELEASES = 50;
const ENTRIES_A_PAGE = 20;

/**
 * The releases of a runtime folder, for the desk. They are read here and switched by a command in a process of its own: it may have to
 * wait for a run that writes, and nobody who talks with the bot should wait with it. The server takes the new one up as it
 * does any other.
 */
export function createReleaseRoom(parts: RoomParts): ReleaseRoom & { close(): Promise<void> } {
  const {
    runtimeDirectory,
    releases,
    runs,
    command = runReleaseCommand,
    review = reviewInProcess,
    attemptShadow = createShadowProcess(),
    clock = systemClock,
  } = parts;
  const stopping = new AbortController();
  const previews = createPreviews(parts);
  const shadow = createShadowRuns({ attempt: attemptShadow, clock, log: parts.log });
  const stale = createReviewedList<StaleFinding>({
    review: () => review('stale', stopping.signal),
    complaint: 'What may not hold any more could not be looked up.',
    log: parts.log,
  });
  const pairs = createReviewedList<OpposedPair>({
    review: () => review('pairs', stopping.signal),
    complaint: 'Which answers contradict each other could not be looked up.',
    log: parts.log,
  });

  function onPlans<Result>(work: (plans: ReturnType<typeof openReleasePlans>) => Result): Result {
    const plans = openReleasePlans(runtimeDirectory);
    try {
      return work(plans);
    } finally {
      plans.close();
    }
  }

  function looks(): ReleaseLook[] {
    const liveId = releases.currentId();
    const kept = new Set(releases.list().map(({ id }) => id));
    return onPlans((plans) =>
      plans.history.releases(MOST_RELEASES).map((release) => ({
        id: release.id,
        name: release.name,
        builtAt: release.builtAt,
        items: release.manifest.items,
        isLive: release.id === liveId,
        liveSince: release.id === liveId ? liveSince(release) : null,
        isKept: kept.has(release.id),
        plan: plans.gist(release.id),
        acts: release.acts,
      })),
    );
  }

  async function switched(words: readonly string[]): Promise<SwitchEnd> {
    const end = await command(words, stopping.signal);
    return end.isDone ? { isDone: true } : { isDone: false, code: end.code };
  }

  return {
    overview: () => ({ releases: looks(), run: runs.last() }),
    plan: (releaseId, kind, from) =>
      onPlans((plans) => {
        if (plans.gist(releaseId) === null) return null;
        // One more than is shown tells whether there are more.
        const some = plans.entries(releaseId, kind, from, ENTRIES_A_PAGE + 1);
        const next = some.length > ENTRIES_A_PAGE ? from + ENTRIES_A_PAGE : null;
        return { entries: some.slice(0, ENTRIES_A_PAGE), next };
      }),
    // With "=", so that no word that somebody typed is read as an option.
    publish: (id, by, why) => switched(['publish', `--by=${by}`, `--why=${why}`, '--', id]),
    rollback: (from, by, why) => switched(['rollback', `--by=${by}`, `--why=${why}`, '--', from]),
    rename: (id, name) => switched(['name', '--', id, name]),
    startRun: (by, isFull) => runs.start(by, isFull),
    stale,
    pairs,
    shadow,
    preview: previews.ask,
    async close() {
      stopping.abort();
      await Promise.all([previews.close(), shadow.close()]);
    },
  };
}

/** The last time it went live; what happened to it before does not matter. */
function liveSince({ acts }: RememberedRelease): string | null {
  const live = acts.filter(({ kind }) => kind === 'published' || kind === 'forced' || kind === 'returned');
  return live.at(-1)?.at ?? null;
}
