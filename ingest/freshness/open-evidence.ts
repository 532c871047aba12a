import type { ContentEdits } from '../../index/contracts/content-edits.js';
import type { Database } from '../../index/platform/database.js';
import type { IngestSettings } from '../settings.js';
import { sha256 } from '../steps/fingerprint.js';
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
 * @param edits what people said still holds
 * @throws PRODUCTS_INVALID
 */
export function openEvidence(
  database: Database,
  edits: Pick<ContentEdits, 'confirmed'>,
  options: FreshnessOptions,
  now: Date,
): FreshnessEvidence {
  const confirmed = new Map(edits.confirmed().map((each) => [each.itemId, each]));
  const votes = openAnswerVotes(database).since();
  const { isDead } = openLinkChecks(database);
  return {
    now,
    products: readProducts(options.productsFile),
    votesSince: (id) => votes.get(id) ?? 0,
    isDead: options.countsLinks ? isDead : () => false,
    isConfirmed({ id, answer }, grounds) {
      const said = confirmed.get(id);
      if (said === undefined || said.answerHash !== sha256(answer)) return false;
      return grounds.every((ground) => said.grounds.includes(ground));
    },
  };
}
