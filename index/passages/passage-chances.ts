import type { AnswerSentence, CutAnswer } from '../answers/cut-answer.js';
import { termsOf, trigramsOf } from '../lexical/tokenize.js';

/** What a sentence is weighed with. */
interface SentenceEvidence {
  /** How much a trigram tells (its idf in the corpus); rare ones tell more. */
  readonly weightOf: (trigram: string) => number;
  /** Centred cosine of the customer's question with each of `answerSentences(tree)`; null where there are none. */
  readonly cosines: ArrayLike<number> | null;
  /** The question that the answer was given to; null where it is not known. */
  readonly title: string | null;
}

/**
 * Weights of a multinomial logistic regression of "this is the sentence that answers", on the fit half of
 * data/evaluation/passages.jsonl; once with cosines and once without.
 */
const WEIGHTS = {
  cosines: { cosine: 17, neighbourCosine: 16, shared: 4, neighbourShared: 0, place: 1.3, titlePlace: -2.9 },
  trigrams: { cosine: 0, neighbourCosine: 0, shared: 10, neighbourShared: 7, place: 1.5, titlePlace: -3 },
} as const;
/** For a step or point, times the share of the question that is in the title: the thread's own question wants the steps. */
const TITLE_STEP = 2;
/** For a sentence that asks something itself. */
const QUESTION_COST = 1.5;
const COMPARED_TRIGRAMS = 80;

/**
 * The probability of each sentence that it is the one that answers, their sum being 1:
 * `softmax(a cos + b cos' + c shared + d shared' + place (e + f title) + g step title - h asks)`, where `'` is the better
 * neighbour in the same block, `place` runs from 0 to 1, and `title` is the share of the customer's question that is in
 * the title: who asks what the thread asks is answered early or by steps, who asks something else later.
 */
export function sentenceChances(
  question: string,
  { sentences, pieces }: Pick<CutAnswer, 'sentences' | 'pieces'>,
  evidence: SentenceEvidence,
): number[] {
  const asked = tellingTrigrams(question, evidence.weightOf);
  const cosines = sentences.map((_, at) => evidence.cosines?.[at] ?? 0);
  const shared = sharedTrigrams(asked, sentences);
  const inTitle = evidence.title === null ? null : titleShare(asked, evidence.title);
  const weights = evidence.cosines ? WEIGHTS.cosines : WEIGHTS.trigrams;
  return softmax(
    sentences.map(({ text, from }, at) => {
      const place = at / sentences.length;
      const step = pieces[from]?.isStep ? TITLE_STEP : 0;
      return (
        weights.cosine * (cosines[at] ?? 0) +
        weights.neighbourCosine * bestNeighbour(cosines, sentences, at) +
        weights.shared * (shared[at] ?? 0) +
        weights.neighbourShared * bestNeighbour(shared, sentences, at) +
        (inTitle === null ? 0 : place * (weights.place + weights.titlePlace * inTitle) + step * inTitle) -
        (/\?\W*$/.test(text) ? QUESTION_COST : 0)
      );
    }),
  );
}

type WeightedTrigram = readonly [trigram: string, weight: number];

/** The trigrams of a question that tell most, with their weights; those of a whole story would only cost time. */
function tellingTrigrams(question: string, weightOf: (trigram: string) => number): WeightedTrigram[] {
  return [...new Set(trigramsOf(question))]
    .map((trigram): WeightedTrigram => [trigram, weightOf(trigram)])
    .sort(([, left], [, right]) => right - left)
    .slice(0, COMPARED_TRIGRAMS);
}

/**
 * The weight of the question's trigrams that a sentence has, as a share of all, each counting as much as it tells the
 * sentences of this answer apart: one that is in every sentence counts nothing.
 */
function sharedTrigrams(asked: readonly WeightedTrigram[], sentences: readonly AnswerSentence[]): number[] {
  const padded = sentences.map(({ text }) => paddedWords(text));
  const all = Math.log(sentences.length + 0.5) * totalWeight(asked) || 1;
  const telling = asked.map(([trigram, weight]): WeightedTrigram => {
    const holders = padded.filter((words) => words.includes(trigram)).length;
    return [trigram, (weight * Math.log((sentences.length + 0.5) / (holders + 0.5))) / all];
  });
  return padded.map((words) => totalWeight(telling.filter(([trigram]) => words.includes(trigram))));
}

function titleShare(asked: readonly WeightedTrigram[], title: string): number {
  const words = paddedWords(title);
  return totalWeight(asked.filter(([trigram]) => words.includes(trigram))) / (totalWeight(asked) || 1);
}

/** The padded words in one string, which holds exactly their trigrams and is quicker to look in than a set is made. */
function paddedWords(text: string): string {
  return termsOf(text)
    .map((word) => `_${word}_`)
    .join(' ');
}

function totalWeight(trigrams: readonly WeightedTrigram[]): number {
  return trigrams.reduce((sum, [, weight]) => sum + weight, 0);
}

/** The higher value of the sentences beside one in its block; its own where it stands alone. */
function bestNeighbour(values: readonly number[], sentences: readonly AnswerSentence[], at: number): number {
  const beside = [at - 1, at + 1].filter((other) => sentences[other]?.block === sentences[at]?.block);
  return Math.max(...(beside.length > 0 ? beside : [at]).map((other) => values[other] ?? 0));
}

function softmax(scores: readonly number[]): number[] {
  const highest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
