import type { AnswerTree } from '../answers/answer-tree.js';
import { writeAnswer } from '../answers/write-answer.js';
import type { Item, Language } from '../contracts/items.js';
import type { LearnedRanking } from '../contracts/learned-ranking.js';
import type { Hit } from '../contracts/search.js';
import type { AllowedItems } from '../facets/allowed-items.js';
import { choosePassage, type PassageOptions } from '../passages/passage.js';
import { communityFirst } from './community-first.js';
import type { Curve } from './confidence/calibration.js';
import { createConfidence, twinsIn } from './confidence/confidence.js';
import { settled } from './confidence/settled.js';
import { otherName } from './evidence/other-name.js';
import { createFindUnmentioned } from './evidence/unmentioned.js';
import type { Rank, RankedAnswer } from './rank.js';
import type { RankQuery } from './rank-query.js';
import { RECIPE } from './recipe.js';
import type { SearchIndex } from './search-index.js';

/** What of a release is read by number. */
interface StoredItems {
  itemAt(number: number): Item;
  treeAt(number: number): () => AnswerTree;
  /** Numbers of the company's own articles; none where left out. */
  readonly officials?: ReadonlySet<number>;
}

interface FindOptions {
  readonly limit: number;
  /** Numbers of items whose answers, and those of their twins, must not come back. */
  readonly exclude: readonly number[];
  /** The items that may be found; all where left out. */
  readonly allowed?: AllowedItems | undefined;
  /** Of the question, where its words tell it. */
  readonly language?: Language | undefined;
  /** Wordings that are not to be looked at. */
  readonly isHiddenWording?: (wording: number) => boolean;
  /** An item as it may be told, without those. */
  readonly withoutHidden?: (item: Item) => Item;
}

/** So many articles of the company may stand before the community's answer that is put first. */
const ARTICLES_PASSED = 10;

/** Searches a release with a question that has its vectors. */
export type FindHits = (query: RankQuery, options: FindOptions) => Hit[];

/**
 * @param items reads an item, and the tree of its answer, by its number
 * @param curve of the release
 * @param ranking of the model; null where it brings none
 */
export function createFindHits(
  index: SearchIndex,
  rank: Rank,
  items: StoredItems,
  curve: Curve,
  ranking: LearnedRanking | null,
): FindHits {
  const twinOf = twinsIn(index);
  const weightOf = (trigram: string) => index.questionTrigrams.idf(trigram);
  const { officials = new Set() } = items;
  const isArticle = ({ item }: RankedAnswer) => officials.has(item);
  const findUnmentioned = createFindUnmentioned(index, ranking?.words ?? null);

  const isKnownWord = (word: string) => index.itemWords.frequency(word) > 0;
  const nameMissing = (text: string, { question, answer }: Item) =>
    otherName(text, { title: question, answer }, isKnownWord);
  const settledBy = (confidence: Hit['confidence'], text: string, item: Item) =>
    settled(confidence, text, item, nameMissing(text, item) !== null);

  const unmentionedBy = (
    entry: RankedAnswer,
    item: Item,
    { text, tokens }: RankQuery,
    missing: string | null,
  ) => {
    const { item: number, tokenCosines } = entry;
    if (missing !== null) return [missing];
    return tokenCosines
      ? findUnmentioned(text, tokens, { number, text: `${item.question} ${item.answer}`, tokenCosines })
      : [];
  };

  return (query, { limit, exclude, allowed, language, isHiddenWording, withoutHidden }) => {
    const text = query.text.trim().slice(0, RECIPE.maxQuestionCharacters);
    const excluded = new Set(exclude.map(twinOf));
    const ranked = rank(
      { ...query, text },
      {
        ...(excluded.size > 0 ? { isHidden: (item) => excluded.has(twinOf(item)) } : {}),
        ...(isHiddenWording ? { isHiddenWording } : {}),
        ...(allowed ? { allowed } : {}),
      },
    );
    const confidenceOf = createConfidence(ranked, { twinOf, ranking }, curve);
    const isOwnLanguage = (entry: RankedAnswer) => items.itemAt(entry.item).language === language;
    // Behind an article the community's answer may stand that comes before it.
    const looked = officials.size === 0 ? limit : limit + ARTICLES_PASSED;
    const told = twinsTogether(ranked, twinOf, looked).map((twins) => {
      const [first] = twins;
      // Letters alone are no reason to turn twins round: "Box in bridge modus zetten" looks English.
      const isChoice = language !== undefined && twins.length > 1;
      const own = isChoice ? twins.filter(isOwnLanguage) : [];
      const alike = own.length > 0 ? own : twins;
      const entry = (twins.some(isArticle) && alike.find((twin) => !isArticle(twin))) || alike[0] || first;
      const confidence = confidenceOf(first);
      // An article is compared with how far the answer is believed in the end: one that is out of date makes room for it.
      const { probability } =
        officials.size === 0 ? confidence : settledBy(confidence, text, items.itemAt(entry.item));
      return { entry, first, isOfficial: isArticle(entry), confidence, probability };
    });
    // Articles accompany the community's answer that leads; they are no other answer that could be meant.
    const community = officials.size === 0 ? ranked : ranked.filter((each) => !isArticle(each));
    const beside = (first: RankedAnswer, confidence: Hit['confidence']) =>
      community.length === ranked.length || isArticle(first)
        ? confidence
        : createConfidence(community, { twinOf, ranking }, curve)(first);
    return communityFirst(told)
      .slice(0, limit)
      .map(({ entry, first, isOfficial, ...found }, place) => {
        const confidence = place === 0 && !isOfficial ? beside(first, found.confidence) : found.confidence;
        const stored = items.itemAt(entry.item);
        const item = withoutHidden ? withoutHidden(stored) : stored;
        const { sentenceCosines } = entry;
        const treeOf = items.treeAt(entry.item);
        const options = { weightOf, sentenceCosines, title: item.question };
        const missing = nameMissing(text, item);
        return hitOf(
          item,
          settled(confidence, text, item, missing !== null),
          () => shown(text, item, treeOf(), options),
          () => unmentionedBy(entry, item, { ...query, text }, missing),
        );
      });
  };
}

interface ShownPassage {
  readonly text: string;
  readonly trees: { readonly passage: AnswerTree; readonly whole: AnswerTree };
  readonly isPart: boolean;
}

function shown(question: string, item: Item, tree: AnswerTree, options: PassageOptions): ShownPassage {
  const passage = choosePassage(question, tree, options);
  // What is shown whole is shown as it was written.
  return {
    text: passage.tree === tree ? item.answer : writeAnswer(passage.tree),
    trees: { passage: passage.tree, whole: tree },
    isPart: passage.isPart,
  };
}

/** A hit whose passage is chosen, and whose missing words are looked for, when first asked: of several, mostly one is shown. */
function hitOf(
  item: Item,
  confidence: Hit['confidence'],
  choose: () => ShownPassage,
  find: () => readonly string[],
): Hit {
  let chosen: ShownPassage | null = null;
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
    get trees() {
      return passage().trees;
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

/**
 * A customer who is offered several answers wants different ones: of each the twins that no other answer stands between, best
 * first. Which of these is shown does not matter for what it says, only for its language.
 */
function twinsTogether(
  ranked: readonly RankedAnswer[],
  twinOf: (item: number) => number,
  limit: number,
): [RankedAnswer, ...RankedAnswer[]][] {
  const seen = new Set<number>();
  const shown: [RankedAnswer, ...RankedAnswer[]][] = [];
  for (const [place, entry] of ranked.entries()) {
    const twin = twinOf(entry.item);
    const last = shown.at(-1);
    if (last && last.at(-1) === ranked[place - 1] && twin === twinOf(last[0].item)) last.push(entry);
    else if (!seen.has(twin)) {
      if (shown.length >= limit) break;
      shown.push([entry]);
    }
    seen.add(twin);
  }
  return shown;
}
