import { isCoded } from '../../index/platform/errors.js';
import type { IngestReport } from '../contracts.js';
import type { ReportLanguage } from '../reports/words/contracts.js';
import { holdReason } from '../reports/words/hold-reason.js';
import { reportWordsIn } from '../reports/words/report-words-in.js';
import { noteRun } from '../scheduling/run-notes.js';
import type { HoldReason } from './questions/contracts.js';

interface RunPlace {
  readonly runtimeDirectory: string;
  readonly language: ReportLanguage;
  readonly now: Date;
  readonly liveId: string | null;
}

/** Notes how a run ended that was to publish, so that a server can tell somebody. */
export function noteRunEnd(
  { runtimeDirectory, language, now, liveId }: RunPlace,
  report: IngestReport,
): void {
  const words = reportWordsIn(language);
  const isHeld = report.outcome === 'guarded';
  noteRun(runtimeDirectory, {
    kind: isHeld ? 'held-back' : 'done',
    at: now.toISOString(),
    liveId,
    code: null,
    releaseName: isHeld ? (report.releaseName ?? report.releaseId) : null,
    reasons: isHeld
      ? (report.against ?? []).map((reason) => ({ key: keyOf(reason), text: holdReason(reason, words) }))
      : [],
  });
}

/** Notes that a run failed; one that found another at it did nothing. */
export function noteRunFailure({ runtimeDirectory, now, liveId }: RunPlace, error: unknown): void {
  if (isCoded(error, 'INGEST_RUNNING')) return;
  const code = isCoded(error) ? error.code : null;
  noteRun(runtimeDirectory, {
    kind: 'failed',
    at: now.toISOString(),
    liveId,
    code,
    releaseName: null,
    reasons: [],
  });
}

function keyOf(reason: HoldReason): string {
  switch (reason.kind) {
    case 'items-go':
      return `${reason.kind} ${reason.source}`;
    case 'must-pass-lost':
      return `${reason.kind} ${[...reason.names].sort().join(', ')}`;
    default:
      return reason.kind;
  }
}
