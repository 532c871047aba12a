import type { SearchResult } from '../../../index/contracts.js';

/**
 * The better of two results for a follow-up: searched alone, and with the question before it. On a tie the customer's
 * own words count. They count as well where the question before only finds the answer that was just shown: who asks on
 * has read it.
 * @param shownItemId the item shown last; null for none
 */
export function mergeResults(
  alone: SearchResult,
  withContext: SearchResult | null,
  shownItemId: string | null = null,
): SearchResult {
  if (withContext === null) return alone;
  const isRepetition = shownItemId !== null && withContext.hits[0]?.item.id === shownItemId;
  if (isRepetition && topOf(alone) >= alone.bands.askBack) return alone;
  return topOf(withContext) > topOf(alone) ? withContext : alone;
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}
