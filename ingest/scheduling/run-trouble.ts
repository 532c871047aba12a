import { type Clock, systemClock } from '../../index/platform/clock.js';
import type { ProcessEnd } from '../../index/platform/processes/run-in-process.js';
import type { RunNote } from './run-notes.js';

/** How a run ended, as people see it. `elsewhere`: another one was at it, so it did nothing. */
export type RunOutcome = 'done' | 'held-back' | 'failed' | 'elsewhere';

/** What an operator must see to: `held-back`, a release waits for a person; `failed`, what is answered grows old. */
export type TroubleLook = RunNote & { readonly kind: 'failed' | 'held-back' };

/** Where what a run came to is kept. */
export interface RunNotes {
  read(): RunNote | null;
  write(note: RunNote): void;
}

/** What the last run came to, whether the clock, a person at the desk or one at the terminal began it. */
export interface RunTrouble {
  /** Takes how a run of this server ended, which may have died before it could note it. @param startedAt ISO 8601 in UTC */
  note(end: ProcessEnd, startedAt: string): RunOutcome;
  /** Null where all is well, and when a person has published since. */
  look(): TroubleLook | null;
}

/**
 * @param parts.liveId id of the release that is live now
 * @param parts.notes where runs note it, in this process and in others; this server's memory where not given
 */
export function createRunTrouble({
  liveId,
  notes = inMemory(),
  clock = systemClock,
}: {
  readonly liveId: () => string | null;
  readonly notes?: RunNotes;
  readonly clock?: Clock;
}): RunTrouble {
  return {
    note(end, startedAt) {
      const outcome = outcomeOf(end);
      if (outcome === 'elsewhere') return outcome;
      const noted = notes.read();
      // The run's own words say more.
      if (noted !== null && noted.kind === outcome && noted.at >= startedAt) return outcome;
      const code = outcome === 'failed' && !end.isDone ? end.code : null;
      const at = clock.now().toISOString();
      notes.write({ kind: outcome, at, liveId: liveId(), code, releaseName: null, reasons: [] });
      return outcome;
    },
    look() {
      const note = notes.read();
      if (note === null || note.kind === 'done' || liveId() !== note.liveId) return null;
      return { ...note, kind: note.kind };
    },
  };
}

function inMemory(): RunNotes {
  let last: RunNote | null = null;
  return {
    read: () => last,
    write: (note) => {
      last = note;
    },
  };
}

function outcomeOf(end: ProcessEnd): RunOutcome {
  if (end.isDone) return 'done';
  if (end.code === 'INGEST_RUNNING') return 'elsewhere';
  return end.code === 'RELEASE_HELD_BACK' ? 'held-back' : 'failed';
}
