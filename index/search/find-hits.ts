import type { Hit, Item } from '../contracts.js';
import { createConfidence } from './confidence.js';
import { choosePassage } from './passage.js';
import type { Rank, RankedItem, RankQuery } from './rank.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

export interface FindOptions {
  readonly limit: number;
  /** Numbers of items whose answers must not come back. */
  readonly exclude: readonly number[];
  /** Whether items with the same answer come back once, by the best of them; customers want that, measuring does not. */
  readonly isEachAnswerOnce: boolean;
}

/** Searches a release with a question that has its vector. */
export type FindHits = (query: RankQuery, options: FindOptions) => Hit[];

/** @param itemAt reads an item by its number */
export function createFindHits(index: SearchIndex, rank: Rank, itemAt: (item: number) => Item): FindHits {
  const answerOf = (item: number) => index.answerOfItem[item] ?? 0;
  const weightOf = (trigram: string) => index.questionTrigrams.idf(trigram);

  return ({ text, vector }, { limit, exclude, isEachAnswerOnce }) => {
    const question = text.trim().slice(0, RECIPE.maxQuestionCharacters);
    const excluded = new Set(exclude.map(answerOf));
    const ranked = rank(
      { text: question, vector },
      excluded.size > 0 ? { isHidden: (item) => excluded.has(answerOf(item)) } : {},
    );
    const confidenceOf = createConfidence(ranked, answerOf);
    const shown = isEachAnswerOnce ? firstOfEachAnswer(ranked, answerOf, limit) : ranked.slice(0, limit);
    return shown.map((entry) => {
      const item = itemAt(entry.item);
      const passage = choosePassage(question, item.answer, weightOf);
      return { item, confidence: confidenceOf(entry), passage: passage.text, isPart: passage.isPart };
    });
  };
}

function firstOfEachAnswer(
  ranked: readonly RankedItem[],
  answerOf: (item: number) => number,
  limit: number,
): RankedItem[] {
  const answers = new Set<number>();
  const shown: RankedItem[] = [];
  for (const entry of ranked) {
    if (shown.length >= limit) break;
    const answer = answerOf(entry.item);
    if (!answers.has(answer)) shown.push(entry);
    answers.add(answer);
  }
  return shown;
}
