import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EmbeddedLabel } from '../../contracts/labels.js';
import type { LearnedRanking } from '../../contracts/learned-ranking.js';
import { wordingKey } from '../../learning/wording-key.js';
import type { Rank } from '../rank.js';
import type { SearchIndex } from '../search-index.js';
import type { Observation } from './calibration.js';
import { firstAnswer, twinsIn } from './confidence.js';
import type { OwnWording } from './own-questions.js';
import { withoutArticles } from './without-articles.js';

interface LabelParts {
  readonly index: SearchIndex;
  readonly rank: Rank;
  readonly ranking: LearnedRanking | null;
  readonly labels: readonly EmbeddedLabel[];
  readonly wordingAt: (wording: number) => OwnWording;
  readonly numberOf: (id: string) => number | null;
  /** Numbers of the company's articles; none where left out. */
  readonly articles?: ReadonlySet<number>;
}

/**
 * Asks a release the questions of its labels and notes whether the first answer is right. A wording that was learned from
 * the very question is not looked at, or every lesson would prove itself. A label that cannot tell about the first answer
 * (it knows only that another is wrong) says nothing.
 */
export async function observeLabels(parts: LabelParts): Promise<Observation[]> {
  const { index, ranking, labels, numberOf, articles = new Set<number>() } = parts;
  const community = withoutArticles(parts.rank, articles);
  const wordingsByKey = labels.length === 0 ? new Map<string, Set<number>>() : groupWordings(parts);
  const believing = { twinOf: twinsIn(index), ranking };
  const answersOf = (ids: readonly string[]) => new Set(ids.flatMap((id) => answerOf(index, numberOf(id))));
  const observations: Observation[] = [];
  for (const label of labels) {
    // Each takes some milliseconds; others in the process get their turn.
    await nextTurn();
    const own = learnedWordings(index, wordingsByKey.get(wordingKey(label.question)));
    const isAboutArticle = label.right.some((id) => articles.has(numberOf(id) ?? -1));
    const rank = isAboutArticle ? parts.rank : community;
    const ranked = rank(
      { text: label.question, vector: label.vector, tokens: label.tokens ?? null },
      { isHiddenWording: (wording) => own.has(wording), isWithoutRejections: true },
    );
    const first = firstAnswer(ranked, believing);
    if (!first) continue;
    const right = answersOf(label.right);
    const isRight = right.has(first.answer);
    const isKnown = isRight || label.isComplete || right.size > 0 || answersOf(label.wrong).has(first.answer);
    if (!isKnown) continue;
    const { weight, isAnonymous = false } = label;
    observations.push({ logit: first.logit, isRight, weight, isAnonymous });
  }
  return observations;
}

function groupWordings({ index, wordingAt }: LabelParts): Map<string, Set<number>> {
  const byKey = new Map<string, Set<number>>();
  for (let wording = 0; wording < index.itemOfWording.length; wording++) {
    const key = wordingKey(wordingAt(wording).text);
    const same = byKey.get(key);
    if (same) same.add(wording);
    else byKey.set(key, new Set([wording]));
  }
  return byKey;
}

/** Of the wordings with a text only the phrasings: an item's own question was there before the label. */
function learnedWordings(index: SearchIndex, wordings: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  return new Set(
    [...wordings].filter(
      (wording) => index.firstWordingOfItem[index.itemOfWording[wording] ?? 0] !== wording,
    ),
  );
}

function answerOf(index: SearchIndex, item: number | null): number[] {
  return item === null ? [] : [index.answerOfItem[item] ?? 0];
}
