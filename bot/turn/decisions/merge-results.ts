import type { Confidence, Hit, SearchResult } from '../../../index/contracts/search.js';
import type { TurnFound } from '../contracts.js';
import { isFollowUp } from '../understanding/follow-up.js';
import { wordsOf } from '../understanding/normalise.js';
import { topicWordsOf } from '../understanding/topic-words.js';
import { speaksOf } from './speaks-of.js';

/** So many words with one that names something are a part of a sentence: "the modem". */
const FRAGMENT_WORDS = 2;
/** What an item weighs that does not speak of the text's words, where the text has two readings. */
const SILENT_WEIGHT = 0.7;

/** Whether what a text found alone counts whatever it finds after the question before: it is sure, names a subject and does not go on. */
export function standsAlone(alone: SearchResult, text: string): boolean {
  const topic = topicWordsOf(text);
  return topic.length > 0 && topOf(alone) >= alone.bands.answer && !goesOn(text, topic);
}

/** A text that goes on in its wording, or a mere fragment. */
function goesOn(text: string, topic: readonly string[]): boolean {
  const named = topic.filter((word) => !/^\d+$/.test(word));
  return isFollowUp(text) || (named.length <= 1 && wordsOf(text).length <= FRAGMENT_WORDS);
}

/**
 * One result of two searches: of the text alone, and of the text after the question before it.
 *
 * The question before finds its own answer again by its own words, whatever comes after it. So its result counts as it is
 * only where the text adds no words of its own ("how long does that take?") or the item found speaks of them; then the
 * higher probability wins, the customer's own words on a tie. Else the text stands alone where it is likely enough and its
 * wording does not go on. What is left has two readings ("and on iphone?"): an item counts with the mean of both, less
 * where it does not speak of the text's words, so that only what both agree on is answered.
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
  const isSpokenOf = speaksOf(best.item, topic);
  // What goes on and is held by the thread stays there: "and for a Samsung?".
  if (isSpokenOf && isFollowUp(text) && topOf(inContext) >= inContext.bands.doubt) return inContext;
  if (isSpokenOf && !isFollowUp(text)) return higher(alone, inContext);
  if (topOf(alone) >= alone.bands.doubt && !goesOn(text, topic)) return alone;
  return ofBothReadings(alone, inContext, topic);
}

/** The hits of both, each with the mean of its two probabilities. */
function ofBothReadings(alone: TurnFound, inContext: TurnFound, topic: readonly string[]): TurnFound {
  const partOf = ({ hits }: SearchResult, id: string) =>
    (hits.find(({ item }) => item.id === id)?.confidence.probability ?? 0) / 2;
  const isNew = ({ item }: Hit) => !inContext.hits.some((other) => other.item.id === item.id);
  const both = [...inContext.hits, ...alone.hits.filter(isNew)].map((hit) => {
    const [own, contextual] = [partOf(alone, hit.item.id), partOf(inContext, hit.item.id)];
    const probability = (own + contextual) * (speaksOf(hit.item, topic) ? 1 : SILENT_WEIGHT);
    return { hit: withConfidence(hit, { probability, reason: 'weak-match' }), hasContext: contextual > own };
  });
  const hits = both.sort((left, right) => topOfHit(right.hit) - topOfHit(left.hit));
  const [first] = hits;
  return { ...alone, hits: hits.map(({ hit }) => hit), hasContext: first?.hasContext ?? false };
}

function topOfHit({ confidence }: Hit): number {
  return confidence.probability;
}

function higher(alone: TurnFound, inContext: TurnFound): TurnFound {
  return topOf(inContext) > topOf(alone) ? inContext : alone;
}

function topOf({ hits }: SearchResult): number {
  return hits[0]?.confidence.probability ?? 0;
}

/** The hit with another confidence; its passage is left to be chosen when somebody looks at it. */
function withConfidence(hit: Hit, confidence: Confidence): Hit {
  return Object.create(hit, { confidence: { value: confidence, enumerable: true } }) as Hit;
}
