import type { AllowedItems } from '../facets/allowed-items.js';
import type { AnswerGroups } from './answer-groups.js';
import type { RankQuery } from './rank-query.js';
import { RECIPE } from './recipe.js';
import type { IsWanted, SearchIndex } from './search-index.js';

/** Wordings to be scored, ascending. */
export interface Candidates {
  readonly wordings: Uint32Array;
}

interface CandidateSource {
  /** Every wording of the release. */
  readonly all: Candidates;
  /** What the graphs and full text propose for a question, and whatever shares an answer with it. */
  propose(
    query: RankQuery,
    words: readonly string[],
    trigrams: readonly string[],
    isWanted?: IsWanted,
  ): Candidates;
  /** Every wording of the items that a filter allows; null where these are too many to score them all. */
  within(allowed: AllowedItems): Candidates | null;
}

export function createCandidates(index: SearchIndex, groups: AnswerGroups): CandidateSource {
  const { neighbours, fullText } = RECIPE.candidates;
  const { proposals, itemOfWording } = index;
  const all = { wordings: Uint32Array.from(itemOfWording.keys()) };
  return {
    all,
    propose(query, words, trigrams, isWanted) {
      const wordings = [
        ...proposals.byVector(query.vector, neighbours, isWanted),
        ...proposals.byWords(words, fullText, isWanted),
        ...proposals.byTrigrams(trigrams, fullText, isWanted),
      ];
      const items = new Set(wordings.map((wording) => itemOfWording[wording] ?? 0));
      return { wordings: wordingsOf(index, withWholeAnswers(index, groups, items)) };
    },
    within({ numbers }) {
      let wordings = 0;
      for (const item of numbers) {
        wordings += (index.firstWordingOfItem[item + 1] ?? 0) - (index.firstWordingOfItem[item] ?? 0);
        if (wordings > RECIPE.candidates.scanUpTo) return null;
      }
      return { wordings: wordingsOf(index, numbers) };
    },
  };
}

/** Items and those that give the same answer, because all its wordings have a vote; ascending. */
function withWholeAnswers(index: SearchIndex, groups: AnswerGroups, found: ReadonlySet<number>): number[] {
  const items = new Set(found);
  for (const item of found) {
    const others = groups.itemsOf(index.answerOfItem[item] ?? 0);
    if (others.length > 1 && others.length <= RECIPE.itemsOfAnswer)
      for (const other of others) items.add(other);
  }
  return [...items].sort((left, right) => left - right);
}

/** The wordings of items, ascending as the items are. */
function wordingsOf(index: SearchIndex, items: Iterable<number>): Uint32Array {
  const wordings: number[] = [];
  for (const item of items) {
    const end = index.firstWordingOfItem[item + 1] ?? 0;
    for (let wording = index.firstWordingOfItem[item] ?? 0; wording < end; wording++) wordings.push(wording);
  }
  return Uint32Array.from(wordings);
}
