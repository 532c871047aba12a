import { join } from 'node:path';
import { openContentEdits } from '../../index/edits/open-content-edits.js';
import { delay } from '../../index/platform/clock.js';
import { withEdits } from '../editing/with-edits.js';
import { ingestErrors } from '../errors.js';
import type { IngestSettings } from '../settings.js';
import { createAskHead } from '../sources/http/ask-head.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openUpcomingItems } from '../store/upcoming-items.js';
import { checkLinks } from './check-links.js';

/**
 * Looks where the links lead in the answers of the last run as content people changed them, and says so in a line. Commands do this, and never a process that
 * serves customers.
 * @throws INGEST_COMMAND_INVALID where nobody switched it on
 */
export async function lookAtLinks(
  runtimeDirectory: string,
  settings: Pick<IngestSettings, 'INGEST_CHECK_LINKS' | 'INGEST_CONTACT'>,
): Promise<string> {
  if (!settings.INGEST_CHECK_LINKS) {
    const reason = 'links are only looked at where INGEST_CHECK_LINKS is on';
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason });
  }
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  const edits = openContentEdits(runtimeDirectory);
  try {
    const { checked, gone, left } = await checkLinks(
      database,
      withEdits(openUpcomingItems(database, []), edits).all(),
      createAskHead(settings.INGEST_CONTACT ?? null),
      { now: () => new Date(), wait: (ms) => delay(ms) },
    );
    const more = left > 0 ? `, ${left} wait for the next run` : '';
    return `Links looked at: ${checked}, of which ${gone} lead nowhere${more}.`;
  } finally {
    edits.close();
    database.close();
  }
}
