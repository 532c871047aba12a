import type { SearchResult } from '../../../index/contracts.js';

/**
 * The better of two results for a follow-up: searched alone, and with the question before it. On a tie the customer's
 * own words count.
 */
export function mergeResults(alone: SearchResult, withContext: SearchResult | null): SearchResult {
  if (withContext === null) return alone;
  return topOf(withContext) > topOf(alone) ? withContext : alone;
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}
