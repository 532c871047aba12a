import { type Clock, systemClock } from '../../index/platform/clock.js';
import type { IngestProcessEnd } from '../releasing/ingest-process.js';

/** What an operator must see to, for the desk. */
export interface TroubleLook {
  /** `held-back`: a release waits for a person. `failed`: what is answered grows old. */
  readonly kind: 'failed' | 'held-back';
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** How a run ended, as people see it. `elsewhere`: another one was at it, so it did nothing. */
export type RunOutcome = 'done' | 'held-back' | 'failed' | 'elsewhere';

/** What the last run came to, whether the clock or a person began it. */
export interface RunTrouble {
  note(end: IngestProcessEnd): RunOutcome;
  /** Null where all is well, and when a person has published since. */
  look(): TroubleLook | null;
}

/** @param parts.liveId id of the release that is live now */
export function createRunTrouble({
  liveId,
  clock = systemClock,
}: {
  readonly liveId: () => string | null;
  readonly clock?: Clock;
}): RunTrouble {
  let trouble: (TroubleLook & { readonly liveId: string | null }) | null = null;
  return {
    note(end) {
      const outcome = outcomeOf(end);
      if (outcome === 'done') trouble = null;
      else if (outcome !== 'elsewhere')
        trouble = { kind: outcome, since: clock.now().toISOString(), liveId: liveId() };
      return outcome;
    },
    look() {
      if (trouble === null || liveId() !== trouble.liveId) return null;
      return { kind: trouble.kind, since: trouble.since };
    },
  };
}

function outcomeOf(end: IngestProcessEnd): RunOutcome {
  if (end.isDone) return 'done';
  if (end.code === 'INGEST_RUNNING') return 'elsewhere';
  return end.code === 'RELEASE_HELD_BACK' ? 'held-back' : 'failed';
}
