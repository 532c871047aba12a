import type { Embedder } from '../contracts/embedder.js';
import type { LearnedRanking } from '../contracts/learned-ranking.js';
import type { AllowedItems } from '../facets/allowed-items.js';
import { termsOf, trigramsOf } from '../lexical/tokenize.js';
import { type AnswerGroups, createAnswerGroups } from './answer-groups.js';
import { type Candidates, createCandidates } from './candidates.js';
import { centreOf } from './centring.js';
import { ask } from './committee.js';
import { createDenseScores, type DenseScore, type DenseScores } from './dense-scores.js';
import { type AnswerEvidence, evidenceOf } from './evidence/evidence.js';
import { createTokenEvidence } from './evidence/token-evidence.js';
import { checkWords } from './evidence/word-checks.js';
import { createLexicalScores, type LexicalScore } from './lexical-scores.js';
import { poolWithAsked, poolWordings } from './pool-wordings.js';
import type { RankQuery } from './rank-query.js';
import { RECIPE } from './recipe.js';
import { createRejectionPenalties, type RejectionPenalties } from './rejection-penalties.js';
import type { SearchIndex } from './search-index.js';
import { createSentenceCosines, type SentenceCosines } from './sentence-cosines.js';

/** The scores of an answer. They never leave index/search and index/evaluation. */
export interface RankedAnswer {
  /** Items with this answer share the number. */
  readonly answer: number;
  /** The item with this answer whose wording is nearest. */
  readonly item: number;
  /** The highest dense score of its wordings, from -1 to 1. */
  readonly dense: number;
  /** All wordings and all parts together. */
  readonly score: number;
  /** Centred cosines with the sentences of the item's answer, in order; empty where it has none. */
  readonly sentenceCosines: Float32Array;
  /** What speaks for it; null where tokens are not compared. */
  readonly evidence: AnswerEvidence | null;
  /** What decides its place: the network's where there is one, else the score. */
  readonly order: number;
  /** Best cosine of each token of the question with the item; null where tokens are not compared. */
  readonly tokenCosines: Float64Array | null;
}

interface RankOptions {
  /** The items that may be found, chosen before candidates are cut; all where left out. */
  readonly allowed?: AllowedItems | undefined;
  /** Items that are not to be found. */
  readonly isHidden?: (item: number) => boolean;
  /** Wordings that are not to be looked at, as when a question is asked that was learned as a wording. */
  readonly isHiddenWording?: (wording: number) => boolean;
  /** Whether rejected pairs are not lowered, as when a question is asked that was rejected. */
  readonly isWithoutRejections?: boolean;
  /** `scan` scores everything, `propose` only candidates; by the size of the release where not given. */
  readonly mode?: 'scan' | 'propose';
  /** What counts instead of `RECIPE.asked.weight`, to measure what it gives. */
  readonly askedWeight?: number;
}

/** Gives answers, best first; of a large release the best some dozen. */
export type Rank = (query: RankQuery, options?: RankOptions) => RankedAnswer[];

const NO_PENALTIES: RejectionPenalties = new Map();

/** What was found of an answer. */
interface FoundAnswer {
  readonly answer: number;
  readonly scored: ScoredWording[];
  /** Wordings that are not to be looked at: they do not count as strays either. */
  hidden: number;
}

interface ScoredWording extends DenseScore {
  readonly item: number;
  readonly wording: number;
  readonly lexical: LexicalScore;
  readonly score: number;
  /** Whether it is a part of what was asked, which nobody is shown. */
  readonly isAsked: boolean;
}

/** An answer whose place is not yet decided by its tokens. */
interface RankedByFormula extends RankedAnswer {
  readonly nearest: ScoredWording;
  readonly penalty: number;
}

/**
 * Makes the ranking of a release: candidates come from uncentred vectors and full text, the exact score decides.
 *
 * A wording has `F = D + .12 (BM25 words of question + BM25 words of question and answer) + .08 BM25 trigrams of question`;
 * `D` see dense-scores. The best answers by that are scored again with the best sentence `s` of each, which takes a quarter
 * of the dense part: `D' = .75 D + .25 s`. The wordings of an answer are pooled; a rejected pair is lowered. Where the model
 * brings a learned ranking, the best of these are compared token by token and put in its order.
 */
export function createRank(index: SearchIndex, model: Pick<Embedder, 'meanVector' | 'tokens'>): Rank {
  const groups = createAnswerGroups(index);
  const candidates = createCandidates(index, groups);
  const centre = centreOf(index.corpusMean, index.items, model.meanVector);
  const denseScores = createDenseScores(index, centre);
  const lexicalScores = createLexicalScores(index);
  const sentenceCosines = createSentenceCosines(index, centre);
  const rejectionPenalties = createRejectionPenalties(index, centre);
  const isSmall = index.itemOfWording.length <= RECIPE.candidates.scanUpTo;
  const reorder = createReorder(index, model.tokens?.ranking ?? null);
  const findAllowed = (allowed: AllowedItems, query: RankQuery, words: string[], trigrams: string[]) =>
    candidates.within(allowed) ??
    candidates.propose(query, words, trigrams, (wording) => allowed.has(index.itemOfWording[wording] ?? 0));

  return (query, options = {}) => {
    const {
      isWithoutRejections = false,
      askedWeight = RECIPE.asked.weight,
      mode = isSmall ? 'scan' : 'propose',
    } = options;
    const words = termsOf(query.text);
    const trigrams = trigramsOf(query.text);
    const propose = () => (mode === 'scan' ? candidates.all : candidates.propose(query, words, trigrams));
    const found: Candidates = options.allowed
      ? findAllowed(options.allowed, query, words, trigrams)
      : propose();
    const answers = scoreWordings(
      index,
      found,
      denseScores(query.vector),
      lexicalScores(words, trigrams, found.wordings),
      options,
    );
    const penalties = isWithoutRejections ? NO_PENALTIES : rejectionPenalties(query.vector);
    const first = answers
      .map((found) => ({ ...found, score: pooled(groups, found, found.scored, askedWeight) }))
      .sort(byScore)
      .slice(0, RECIPE.sentenceAnswers);
    const cosinesOf = sentenceCosines(query.vector);
    const ranked = first
      .map((found) => rankedAnswer(groups, found, cosinesOf, penalties, askedWeight))
      .sort(byScore);
    return reorder(query, words, ranked);
  };
}

/** Puts the best answers by the formula into the order that was learned; without one they stay as they are. */
function createReorder(index: SearchIndex, ranking: LearnedRanking | null) {
  const { tokens } = index;
  const evidenceFor = tokens && ranking ? createTokenEvidence(tokens, index.items) : null;
  return (query: RankQuery, words: readonly string[], ranked: readonly RankedByFormula[]): RankedAnswer[] => {
    if (!evidenceFor || !ranking || !query.tokens) return ranked.map(plain);
    const best = ranked.slice(0, RECIPE.tokenAnswers);
    const compare = evidenceFor(query.tokens);
    const checks = checkWords(
      index,
      words,
      Uint32Array.from(best, ({ nearest }) => nearest.wording),
    );
    return best
      .map((entry, place) => {
        const { score, penalty, nearest, sentenceCosines } = entry;
        const compared = compare(entry.item);
        const evidence = evidenceOf({
          score: score + penalty,
          question: nearest.question,
          passage: nearest.passage,
          sentenceCosines,
          lexical: nearest.lexical,
          tokens: compared,
          numbersMissing: checks.numbersMissing[place] ?? 0,
          turned: checks.turned[place] ?? 0,
        });
        const order = ask(ranking.order, evidence) - penalty * RECIPE.orderOfScore;
        return { ...plain(entry), evidence, order, tokenCosines: compared.tokenCosines };
      })
      .sort((left, right) => right.order - left.order || left.answer - right.answer);
  };
}

function plain({ nearest: _nearest, penalty: _penalty, ...entry }: RankedByFormula): RankedAnswer {
  return entry;
}

/** The scores of all wordings found, by answer. */
function scoreWordings(
  index: SearchIndex,
  candidates: Candidates,
  denseOf: DenseScores,
  lexicalOf: (place: number) => LexicalScore,
  { allowed, isHidden, isHiddenWording, askedWeight = RECIPE.asked.weight }: RankOptions,
): FoundAnswer[] {
  const byAnswer = new Map<number, FoundAnswer>();
  for (let place = 0; place < candidates.wordings.length; place++) {
    const wording = candidates.wordings[place] as number;
    const item = index.itemOfWording[wording] as number;
    // Other items that give the same answer may be ones that the filter does not allow.
    if (isHidden?.(item) || allowed?.has(item) === false) continue;
    const answer = index.answerOfItem[item] as number;
    const found = byAnswer.get(answer) ?? { answer, scored: [], hidden: 0 };
    byAnswer.set(answer, found);
    const isAsked = wording >= (index.firstAskedOfItem[item] as number);
    if (isAsked && askedWeight === 0) continue;
    if (isHiddenWording?.(wording)) {
      if (!isAsked) found.hidden += 1;
      continue;
    }
    // Written out: spreading objects takes most of the time where hundreds of wordings are scored.
    const { question, passage, dense } = denseOf(item, wording);
    const lexical = lexicalOf(place);
    const score = dense + lexical.score;
    found.scored.push({ question, passage, dense, item, wording, lexical, score, isAsked });
  }
  return [...byAnswer.values()].filter(({ scored }) => scored.length > 0);
}

function rankedAnswer(
  groups: AnswerGroups,
  found: FoundAnswer,
  cosinesOf: SentenceCosines,
  penalties: RejectionPenalties,
  askedWeight: number,
): RankedByFormula {
  const { answer, scored } = found;
  const nearest = scored.reduce((best, wording) => (wording.score > best.score ? wording : best));
  const cosines = cosinesOf(nearest.item);
  const sentence = cosines.length === 0 ? null : Math.max(...cosines);
  const again = scored.map((wording) => withSentence(wording, sentence));
  const penalty = Math.max(0, ...scored.map(({ item }) => penalties.get(item) ?? 0));
  const score = pooled(groups, found, again, askedWeight) - penalty;
  return {
    answer,
    item: nearest.item,
    dense: Math.max(...again.map(({ dense }) => dense)),
    score,
    sentenceCosines: cosines,
    evidence: null,
    order: score,
    tokenCosines: null,
    nearest,
    penalty,
  };
}

function withSentence(wording: ScoredWording, sentence: number | null): ScoredWording {
  if (sentence === null) return wording;
  const { question, passage, item, wording: number, lexical, isAsked } = wording;
  const more = RECIPE.weights.sentence * (sentence - wording.dense);
  const [dense, score] = [wording.dense + more, wording.score + more];
  return { question, passage, dense, item, wording: number, lexical, score, isAsked };
}

function pooled(
  groups: AnswerGroups,
  { answer, hidden }: Pick<FoundAnswer, 'answer' | 'hidden'>,
  scored: readonly ScoredWording[],
  askedWeight: number,
): number {
  const scoresOf = (wanted: boolean) =>
    scored.filter(({ isAsked }) => isAsked === wanted).map(({ score }) => score);
  const shown = scoresOf(false);
  const all = Math.max(shown.length, groups.wordingsOf(answer) - hidden);
  return poolWithAsked(poolWordings(shown, all), scoresOf(true), askedWeight);
}

function byScore(
  left: Pick<RankedAnswer, 'answer' | 'score'>,
  right: Pick<RankedAnswer, 'answer' | 'score'>,
): number {
  return right.score - left.score || left.answer - right.answer;
}
