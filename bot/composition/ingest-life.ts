import type { Embedder } from '../../index/contracts/embedder.js';
import type { ReleaseStore } from '../../index/contracts/releases.js';
import type { KnowledgeBase } from '../../index/contracts/search.js';
import type { Withdrawals } from '../../index/contracts/withdrawals.js';
import type { Log } from '../../index/platform/log.js';
import { runIngestProcess } from '../../ingest/releasing/ingest-process.js';
import { createIngestRuns } from '../../ingest/scheduling/ingest-runs.js';
import { noteRun, type RunNote, readRunNote } from '../../ingest/scheduling/run-notes.js';
import { startRunSchedule } from '../../ingest/scheduling/run-schedule.js';
import { createRunTrouble } from '../../ingest/scheduling/run-trouble.js';
import type { IngestNotice } from '../contracts/ingest-notice.js';
import type { RunAlert } from '../contracts/mail/run-alert.js';
import type { ReleaseRoom } from '../desk/releases/desk-releases.js';
import type { ProgramSettings } from '../program-settings.js';
import { createReleaseRoom } from './release-room.js';

/** What of ingest a server has: the runs it begins, and the releases they make. */
export interface IngestLife {
  readonly room: ReleaseRoom;
  /** What the last run came to, where somebody must see to it. */
  notices(): readonly IngestNotice[];
  /** The same for a mail, with what is to be told of it. */
  alert(): RunAlert | null;
  /** Ends waiting, and what is under way; resolves when all is over. */
  stop(): Promise<void>;
}

/** @throws INGEST_SCHEDULE_INVALID */
export function createIngestLife(
  settings: ProgramSettings,
  parts: {
    readonly releases: ReleaseStore;
    readonly knowledgeBase: KnowledgeBase;
    readonly embedder: Embedder;
    readonly hidden: Pick<Withdrawals, 'hides'>;
    readonly log: Log;
  },
): IngestLife {
  const { releases, log } = parts;
  const liveId = () => releases.currentId();
  const { RUNTIME_DIR: runtimeDirectory } = settings;
  const notes = {
    read: () => readRunNote(runtimeDirectory),
    write: (note: RunNote) => noteRun(runtimeDirectory, note),
  };
  const trouble = createRunTrouble({ liveId, notes });
  const runs = createIngestRuns({ attempt: runIngestProcess, trouble, log: log.child('ingest') });
  const schedule = settings.INGEST_SCHEDULE
    ? startRunSchedule({
        expression: settings.INGEST_SCHEDULE,
        timeZone: settings.INGEST_TIME_ZONE,
        attempt: (stop) => runs.runBySchedule(stop),
        liveId,
        log: log.child('schedule'),
      })
    : null;
  const room = createReleaseRoom({
    ...parts,
    runtimeDirectory,
    runs,
    serving: {
      wantedPrecision: settings.WANTED_PRECISION,
      answerThreshold: settings.ANSWER_THRESHOLD,
    },
  });
  return {
    room,
    notices() {
      const found = trouble.look();
      return found ? [{ door: null, alert: `ingest-${found.kind}`, since: found.at }] : [];
    },
    alert() {
      const found = trouble.look();
      if (found === null) return null;
      const { kind, at: since, code, releaseName, reasons } = found;
      return { kind, since, code, releaseName, reasons, language: settings.INGEST_REPORT_LANGUAGE };
    },
    async stop() {
      await Promise.all([schedule?.stop(), runs.stop(), room.close()]);
    },
  };
}
