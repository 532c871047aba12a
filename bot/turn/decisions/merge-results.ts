import type { Confidence, Hit, SearchResult } from '../../../index/contracts.js';
import type { TurnFound } from '../contracts.js';
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
 * The result says which of the two it is, because that is the question remembered.
 *
 * @param withContext null where the text was searched alone only
 * @param text what the customer said, as it was searched alone
 */
export function mergeResults(alone: SearchResult, withContext: SearchResult | null, text: string): TurnFound {
  const best = withContext?.hits[0];
  if (!withContext || !best) return alone;
  const topic = topicWordsOf(text);
  const inContext: TurnFound = { ...withContext, hasContext: true };
  if (topic.length === 0) return inContext;
  if (speaksOf(best.item, topic)) return higher(alone, inContext);
  return isFollowUp(text) ? higher(alone, halved(inContext)) : alone;
}

function higher(alone: TurnFound, inContext: TurnFound): TurnFound {
  return topOf(inContext) > topOf(alone) ? inContext : alone;
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}

function halved(found: TurnFound): TurnFound {
  const hits = found.hits.map((hit) => {
    const probability = hit.confidence.probability / 2;
    return withConfidence(hit, { probability, reason: 'weak-match' });
  });
  return { ...found, hits };
}

/** The hit with another confidence; its passage is left to be chosen when somebody looks at it. */
function withConfidence(hit: Hit, confidence: Confidence): Hit {
  return {
    item: hit.item,
    confidence,
    get passage() {
      return hit.passage;
    },
    get trees() {
      return hit.trees;
    },
    get isPart() {
      return hit.isPart;
    },
  };
}
