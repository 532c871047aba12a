import type { Database } from '../../index/platform/database.js';
import type { IngestReport, Progress } from '../contracts.js';
import { ingestErrors } from '../errors.js';
import type { Source } from '../sources/contracts.js';
import { openIncomingItems } from '../store/incoming-items.js';
import { tellNewest } from '../store/tell-newest.js';
import { createTally, type Tally } from './create-tally.js';
import { type ReadRules, readSource } from './read-source.js';

/** What reading all sources of a run gave, beside the items in the store. */
export type ReadResult = Pick<IngestReport, 'read' | 'duplicates' | 'skipped' | 'redacted' | 'withheld'>;

/**
 * Reads every source into the incoming items of `database` and folds duplicates into phrasings; answers that
 * a newer thread overtook are told with the newer one.
 * @throws SOURCE_WITHOUT_THREADS unless `isEmptyAllowed`, and the errors of sources
 */
export async function readSources(
  database: Database,
  sources: readonly Source[],
  rules: ReadRules,
  isEmptyAllowed: boolean,
  progress: Progress,
): Promise<ReadResult> {
  const tally = createTally();
  const incoming = openIncomingItems(database);
  for (const source of sources) {
    progress.begin(`reading ${source.name}`, null);
    const counts = await readSource(source, rules, incoming, tally, progress.advance);
    progress.end();
    if (!isEmptyAllowed) refuseUnreadable(source.name, counts.threads, counts.failed, tally);
  }
  const { duplicates, skipped } = incoming.foldDuplicates();
  for (const row of skipped) tally.skip(row);
  tellNewest(database);
  const { read, redacted, withheld } = tally;
  return { read, duplicates, skipped: tally.skipped, redacted, ...(withheld ? { withheld } : {}) };
}

function refuseUnreadable(source: string, threads: number, broken: number, tally: Tally): void {
  if (threads > 0 || broken === 0) return;
  const [example = ''] =
    tally.skipped['broken-row']?.examples ?? tally.skipped['line-too-long']?.examples ?? [];
  throw ingestErrors.SOURCE_WITHOUT_THREADS({ source, broken, example });
}
