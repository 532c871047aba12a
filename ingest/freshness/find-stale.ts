import { join } from 'node:path';
import type { StaleFinding } from '../../index/contracts/confirmations.js';
import type { ContentEdits } from '../../index/contracts/content-edits.js';
import { openContentEdits } from '../../index/edits/open-content-edits.js';
import { withEdits } from '../editing/with-edits.js';
import { sha256 } from '../steps/fingerprint.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openUpcomingItems } from '../store/upcoming-items.js';
import type { StaleItem } from './contracts.js';
import { judgeFreshness, writtenAt } from './judge-freshness.js';
import { type FreshnessOptions, openEvidence } from './open-evidence.js';

/** What content people work from, and where they write what they decide. */
export interface StaleLook {
  /** The worst first; not what somebody marked as outdated already. */
  readonly found: readonly StaleItem[];
  readonly edits: ContentEdits;
}

/**
 * Looks at the answers of the last run as content people changed them, for what speaks against them.
 * @throws PRODUCTS_INVALID
 */
export function onStale<Result>(
  runtimeDirectory: string,
  options: FreshnessOptions,
  now: Date,
  work: (look: StaleLook) => Result,
): Result {
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  const edits = openContentEdits(runtimeDirectory);
  try {
    const items = withEdits(openUpcomingItems(database, []), edits);
    const evidence = openEvidence(database, edits, options, now);
    const found: StaleItem[] = [];
    for (const item of items.all()) {
      if (item.isOutdated) continue;
      const freshness = judgeFreshness(item, evidence);
      if (freshness.staleness > 0) found.push({ item, freshness });
    }
    found.sort(
      (left, right) =>
        right.freshness.staleness - left.freshness.staleness ||
        (writtenAt(left.item) ?? '').localeCompare(writtenAt(right.item) ?? ''),
    );
    return work({ found, edits });
  } finally {
    edits.close();
    database.close();
  }
}

/** One of them as the desk and a confirmation have it. */
export function findingOf({ item, freshness }: StaleItem): StaleFinding {
  const { id: itemId, question, language, url, laterDoubts = 0 } = item;
  const { staleness, signs, product, grounds } = freshness;
  return {
    itemId,
    question,
    language,
    url,
    laterDoubts,
    staleness,
    signs,
    product,
    grounds,
    writtenAt: writtenAt(item),
    answerHash: sha256(item.answer),
  };
}
