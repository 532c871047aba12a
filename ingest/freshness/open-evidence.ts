import type { Database } from '../../index/platform/database.js';
import type { IngestSettings } from '../settings.js';
import { openAnswerVotes } from '../store/answer-votes.js';
import { openLinkChecks } from '../store/link-checks.js';
import type { FreshnessEvidence } from './contracts.js';
import { readProducts } from './read-products.js';

export interface FreshnessOptions {
  /** File of the company's products. */
  readonly productsFile: string;
  /** Whether links were looked at, and count. */
  readonly countsLinks: boolean;
}

/** As the settings want them. */
export function freshnessOptions(
  settings: Pick<IngestSettings, 'INGEST_PRODUCTS' | 'INGEST_CHECK_LINKS'>,
): FreshnessOptions {
  return { productsFile: settings.INGEST_PRODUCTS, countsLinks: settings.INGEST_CHECK_LINKS };
}

/**
 * What is known about the answers of `ingest.sqlite` besides their items, once the items of a run were read.
 * @throws PRODUCTS_INVALID
 */
export function openEvidence(database: Database, options: FreshnessOptions, now: Date): FreshnessEvidence {
  const votes = openAnswerVotes(database).since();
  const { isDead } = openLinkChecks(database);
  return {
    now,
    products: readProducts(options.productsFile),
    votesSince: (id) => votes.get(id) ?? 0,
    isDead: options.countsLinks ? isDead : () => false,
  };
}
