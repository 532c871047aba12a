import type { SearchResult } from '../../../index/contracts.js';
import { isFollowUp } from '../understanding/follow-up.js';
import { topicWordsOf } from '../understanding/topic-words.js';
import { speaksOf } from './speaks-of.js';

/**
 * One result of two searches: of the text alone, and of the text after the question before it.
 *
 * The question before finds its own answer again by its own words, whatever comes after it. So its result counts only
 * where the text adds no words of its own ("how long does that take?") or the item found speaks of them; then the higher
 * probability wins, the customer's own words on a tie. Where the item does not speak of them the text stands alone; if
 * its wording says that it goes on, the result with the question before still counts, at half its probability.
 *
 * @param withContext null where the text was searched alone only
 * @param text what the customer said, as it was searched alone
 */
export function mergeResults(
  alone: SearchResult,
  withContext: SearchResult | null,
  text: string,
): SearchResult {
  const best = withContext?.hits[0];
  if (!withContext || !best) return alone;
  const topic = topicWordsOf(text);
  if (topic.length === 0) return withContext;
  if (speaksOf(best.item, topic)) return higher(alone, withContext);
  return isFollowUp(text) ? higher(alone, halved(withContext)) : alone;
}

function higher(alone: SearchResult, withContext: SearchResult): SearchResult {
  return topOf(withContext) > topOf(alone) ? withContext : alone;
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}

function halved(found: SearchResult): SearchResult {
  const hits = found.hits.map((hit) => {
    const probability = hit.confidence.probability / 2;
    return { ...hit, confidence: { probability, reason: 'weak-match' as const } };
  });
  return { ...found, hits };
}
