import type { SearchResult } from '../../../../index/contracts/search.js';
import type { BestGuess } from '../../../contracts/desk.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { usableHits } from '../../decisions/decide-from-hits.js';
import { type AgeRule, sourceOf } from '../answer/source-of.js';

/** What the bot would have said, for the agent; null where nothing was found. */
export function bestGuessIn(
  found: SearchResult | null,
  language: SpokenLanguage,
  rule: AgeRule,
): BestGuess | null {
  const [top] = found ? usableHits(found) : [];
  if (!top) return null;
  return {
    question: top.item.question,
    tree: top.trees.passage,
    probability: top.confidence.probability,
    source: sourceOf(top.item, language, rule),
  };
}
