import { createHash } from 'node:crypto';
import type { Embedder } from '../../contracts/embedder.js';
import { embedQuery } from '../../embedder/embed-query.js';
import { termsOf } from '../../lexical/tokenize.js';
import type { Rank } from '../rank.js';
import { RECIPE } from '../recipe.js';
import type { SearchIndex } from '../search-index.js';
import { firstAnswer, twinsIn } from './confidence.js';

/** What came of asking the corpus its own questions with words left out. */
interface OwnQuestions {
  /** Logits of the first answers. */
  readonly asked: readonly { readonly logit: number; readonly isRight: boolean }[];
  /** Logits of the first answers while the right one was hidden: all of them wrong. */
  readonly hidden: readonly number[];
}

/** A wording of the corpus as text, with the language of its item. */
export interface OwnWording {
  readonly text: string;
  readonly language: string;
}

/**
 * Asks at most 200 of the corpus's own questions, each with 40 % of its words left out: once as it is, once with its answer
 * hidden, the articles of the company (`articles`) left out. That tells how many near misses a corpus holds; it does not tell how often customers ask what it cannot answer,
 * so no curve is fitted to it (see index/README.md).
 */
export async function askOwnQuestions(
  index: SearchIndex,
  rank: Rank,
  embedder: Embedder,
  wordingAt: (wording: number) => OwnWording,
  articles: ReadonlySet<number> = new Set(),
): Promise<OwnQuestions> {
  const asked: { logit: number; isRight: boolean }[] = [];
  const hidden: number[] = [];
  const twinOf = twinsIn(index);
  const believing = { twinOf, ranking: embedder.tokens?.ranking ?? null };
  for (const wording of evenlyOf(shownWordings(index, articles), RECIPE.calibration.ownQuestions)) {
    const query = await embedQuery(embedder, shortened(wordingAt(wording).text));
    const item = index.itemOfWording[wording] ?? 0;
    const first = firstAnswer(
      rank(query, hasOthers(index, item) ? { isHiddenWording: (other) => other === wording } : {}),
      believing,
    );
    if (first) asked.push({ logit: first.logit, isRight: twinOf(first.item) === twinOf(item) });
    const wrong = firstAnswer(
      rank(query, { isHidden: (other) => twinOf(other) === twinOf(item) }),
      believing,
    );
    if (wrong) hidden.push(wrong.logit);
  }
  return { asked, hidden };
}

/** A question in lower case with 60 % of its words, at least two; always the same for the same question. */
function shortened(question: string): string {
  const words = termsOf(question);
  const wanted = Math.max(2, Math.round(words.length * RECIPE.calibration.keptWords));
  const dropped = new Set(
    words
      .map((word, place) => ({
        place,
        key: createHash('sha256').update(`${place} ${word} ${question}`).digest('hex'),
      }))
      .sort((left, right) => (left.key < right.key ? -1 : 1))
      .slice(wanted)
      .map(({ place }) => place),
  );
  return words.filter((_, place) => !dropped.has(place)).join(' ');
}

/** Whether the answer of an item can be found without this one wording. */
function hasOthers(index: SearchIndex, item: number): boolean {
  const ownWordings = (index.firstAskedOfItem[item] ?? 0) - (index.firstWordingOfItem[item] ?? 0);
  return ownWordings > 1;
}

/** Questions and phrasings; who asks in so many words as stand below a title finds it anyway. */
function shownWordings(
  { itemOfWording, firstAskedOfItem }: SearchIndex,
  articles: ReadonlySet<number>,
): number[] {
  return [...itemOfWording.keys()].filter((wording) => {
    const item = itemOfWording[wording] ?? 0;
    return wording < (firstAskedOfItem[item] ?? 0) && !articles.has(item);
  });
}

function evenlyOf(wordings: readonly number[], count: number): number[] {
  return evenly(wordings.length, count).map((at) => wordings[at] as number);
}

/** At most `count` numbers below `size`, evenly spread. */
function evenly(size: number, count: number): number[] {
  if (size <= count) return [...Array(size).keys()];
  return Array.from({ length: count }, (_, at) => Math.floor((at * size) / count));
}
