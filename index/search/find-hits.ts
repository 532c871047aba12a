import type { Hit, Item, LearnedRanking } from '../contracts.js';
import type { Curve } from './calibration.js';
import { createConfidence, twinsIn } from './confidence.js';
import { choosePassage, type Passage } from './passage.js';
import type { Rank, RankedAnswer } from './rank.js';
import type { RankQuery } from './rank-query.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';
import { createFindUnmentioned } from './unmentioned.js';

export interface FindOptions {
  readonly limit: number;
  /** Numbers of items whose answers, and those of their twins, must not come back. */
  readonly exclude: readonly number[];
}

/** Searches a release with a question that has its vectors. */
export type FindHits = (query: RankQuery, options: FindOptions) => Hit[];

/**
 * @param itemAt reads an item by its number
 * @param curve of the release
 * @param ranking of the model; null where it brings none
 */
export function createFindHits(
  index: SearchIndex,
  rank: Rank,
  itemAt: (item: number) => Item,
  curve: Curve,
  ranking: LearnedRanking | null,
): FindHits {
  const twinOf = twinsIn(index);
  const weightOf = (trigram: string) => index.questionTrigrams.idf(trigram);
  const findUnmentioned = createFindUnmentioned(index, ranking?.words ?? null);

  const unmentionedBy = ({ tokenCosines }: RankedAnswer, item: Item, { text, tokens }: RankQuery) =>
    tokenCosines
      ? findUnmentioned(text, tokens, { text: `${item.question} ${item.answer}`, tokenCosines })
      : [];

  return (query, { limit, exclude }) => {
    const text = query.text.trim().slice(0, RECIPE.maxQuestionCharacters);
    const excluded = new Set(exclude.map(twinOf));
    const ranked = rank(
      { ...query, text },
      excluded.size > 0 ? { isHidden: (item) => excluded.has(twinOf(item)) } : {},
    );
    const confidenceOf = createConfidence(ranked, { twinOf, ranking }, curve);
    return oneOfTwins(ranked, twinOf, limit).map((entry) => {
      const item = itemAt(entry.item);
      const { sentenceCosines } = entry;
      const options = { weightOf, sentenceCosines, title: item.question };
      return hitOf(
        item,
        confidenceOf(entry),
        () => choosePassage(text, item.answer, options),
        () => unmentionedBy(entry, item, { ...query, text }),
      );
    });
  };
}

/** A hit whose passage is chosen, and whose missing words are looked for, when first asked: of several, mostly one is shown. */
function hitOf(
  item: Item,
  confidence: Hit['confidence'],
  choose: () => Passage,
  find: () => readonly string[],
): Hit {
  let chosen: Passage | null = null;
  let unmentioned: readonly string[] | null = null;
  const passage = () => {
    chosen ??= choose();
    return chosen;
  };
  return {
    item,
    confidence,
    get passage() {
      return passage().text;
    },
    get isPart() {
      return passage().isPart;
    },
    get unmentioned() {
      unmentioned ??= find();
      return unmentioned;
    },
  };
}

/** A customer who is offered several answers wants different ones. */
function oneOfTwins(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
  limit: number,
): RankedAnswer[] {
  const twins = new Set<number>();
  const shown: RankedAnswer[] = [];
  for (const entry of ranked) {
    if (shown.length >= limit) break;
    const twin = twinOf(entry.item);
    if (!twins.has(twin)) shown.push(entry);
    twins.add(twin);
  }
  return shown;
}
