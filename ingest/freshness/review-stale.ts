import { join } from 'node:path';
import type { ReportLanguage } from '../reports/words/contracts.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openUpcomingItems } from '../store/upcoming-items.js';
import type { StaleItem } from './contracts.js';
import { formatStale } from './format-stale.js';
import { judgeFreshness } from './judge-freshness.js';
import { type FreshnessOptions, openEvidence } from './open-evidence.js';

/** So many are listed at once: more than an afternoon's work. */
const MOST = 50;

/**
 * The answers that most speaks against, worst first, as `npm run ingest -- review stale` prints them.
 * @throws PRODUCTS_INVALID
 */
export function reviewStale(
  runtimeDirectory: string,
  options: FreshnessOptions,
  now: Date,
  language: ReportLanguage,
): string {
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  try {
    const items = openUpcomingItems(database, []);
    const evidence = openEvidence(database, options, now);
    const found: StaleItem[] = [];
    for (const item of items.all()) {
      const freshness = judgeFreshness(item, evidence);
      if (freshness.staleness > 0) found.push({ item, freshness });
    }
    found.sort(
      (left, right) =>
        right.freshness.staleness - left.freshness.staleness ||
        (left.item.answeredAt ?? '').localeCompare(right.item.answeredAt ?? ''),
    );
    return formatStale(found.slice(0, MOST), found.length, language);
  } finally {
    database.close();
  }
}
