import type { Database } from '../../index/platform/database.js';
import type { IngestReport, Progress, ThreadLists } from '../contracts.js';
import { ingestErrors } from '../errors.js';
import type { Source } from '../sources/contracts.js';
import type { ReadRules } from '../steps/make-item.js';
import { openIncomingItems } from '../store/incoming-items.js';
import { openKeptReadings } from '../store/kept-readings.js';
import { openMadeThreads } from '../store/made/made-threads.js';
import { tellNewest } from '../store/tell-newest.js';
import { createTally, type Tally } from './create-tally.js';
import type { ReadingMode } from './plan-reading.js';
import { programSign } from './program-sign.js';
import { readSource } from './read-source.js';
import { type WatchedThreads, type WithdrawalsFound, watchWithdrawals } from './watched-threads.js';

/** What reading all sources of a run gave, beside the items in the store. */
export type ReadResult = Pick<
  IngestReport,
  'read' | 'duplicates' | 'skipped' | 'redacted' | 'withheld' | 'unfinished'
> & {
  /** The threads behind the counts. */
  readonly threads?: ThreadLists;
  /** For what was withdrawn; not part of the report. */
  readonly withdrawals?: WithdrawalsFound;
};

/** How a run reads its sources. */
export interface ReadingOrder {
  readonly rules: ReadRules;
  readonly mode: ReadingMode;
  /** Whether a source may give nothing that can be read. */
  readonly isEmptyAllowed: boolean;
  readonly now: Date;
  /** Nothing where not given. */
  readonly watched?: WatchedThreads | undefined;
}

/**
 * Reads every source into the incoming items of `database` and folds duplicates into phrasings; answers that
 * a newer thread overtook are told with the newer one.
 * A source that tells changes and breaks off keeps what it gave before; that is told.
 * @throws SOURCE_WITHOUT_THREADS unless `isEmptyAllowed`, and the errors of sources
 */
export async function readSources(
  database: Database,
  sources: readonly Source[],
  { rules, mode, isEmptyAllowed, now, watched }: ReadingOrder,
  progress: Progress,
): Promise<ReadResult> {
  const tally = createTally();
  const incoming = openIncomingItems(database);
  const watch = watchWithdrawals(watched);
  const tools = {
    rules,
    mode,
    now,
    incoming,
    tally,
    watch,
    readings: openKeptReadings(database),
    made: openMadeThreads(database),
    program: programSign(),
  };
  const unfinished: { source: string; reason: string }[] = [];
  for (const source of sources) {
    progress.begin(`reading ${source.name}`, null);
    const counts = await readSource(source, tools, progress.advance);
    progress.end();
    if (counts.brokenOff !== null) unfinished.push({ source: source.name, reason: counts.brokenOff });
    else if (!isEmptyAllowed && !source.readSince)
      refuseUnreadable(source.name, counts.threads, counts.failed, tally);
  }
  const { duplicates, skipped } = incoming.foldDuplicates();
  for (const row of skipped) tally.skip(row);
  tellNewest(database, tools.program);
  const { read, redacted, withheld, threads } = tally;
  return {
    read,
    duplicates,
    skipped: tally.skipped,
    redacted,
    threads,
    withdrawals: watch.found(),
    ...(withheld ? { withheld } : {}),
    ...(unfinished.length > 0 ? { unfinished } : {}),
  };
}

function refuseUnreadable(source: string, threads: number, broken: number, tally: Tally): void {
  if (threads > 0 || broken === 0) return;
  const [example = ''] =
    tally.skipped['broken-row']?.examples ?? tally.skipped['line-too-long']?.examples ?? [];
  throw ingestErrors.SOURCE_WITHOUT_THREADS({ source, broken, example });
}
