import type { LexicalScore } from '../lexical-scores.js';
import type { TokenEvidence } from './token-evidence.js';

/** What speaks for an answer, by name, in the order in which networks read it. */
export const EVIDENCE = [
  'score',
  'question',
  'passage',
  'sentence',
  'sentences',
  'words',
  'itemWords',
  'trigrams',
  'tokens',
  'titleTokens',
  'title',
  'titleLow',
  'tokensLow',
  'tokensLeast',
  'rareTokens',
  'found',
  'passageTokens',
  'strongest',
  'missing',
  'numbersMissing',
  'turned',
] as const;

/** One number for each name of `EVIDENCE`. */
export type AnswerEvidence = Float64Array;

/** What was found of the wording of an answer that is nearest to a question. */
interface NearestWording {
  /** Score of the answer before tokens are compared. */
  readonly score: number;
  /** Centred cosines. */
  readonly question: number;
  readonly passage: number;
  /** Centred cosines with the sentences of the answer. */
  readonly sentenceCosines: Float32Array;
  readonly lexical: LexicalScore;
  readonly tokens: TokenEvidence;
  /** Of the numbers in the question the share that the item lacks; 0 without numbers. */
  readonly numbersMissing: number;
  /** 1 where the question says on and the item off, or the like; else 0. */
  readonly turned: number;
}

export function evidenceOf(nearest: NearestWording): AnswerEvidence {
  const { score, question, passage, lexical, tokens, numbersMissing, turned } = nearest;
  const { sentence, sentences } = sentencesOf(nearest);
  const known: Readonly<Record<(typeof EVIDENCE)[number], number>> = {
    score,
    question,
    passage,
    sentence,
    sentences,
    words: lexical.words,
    itemWords: lexical.itemWords,
    trigrams: lexical.trigrams,
    tokens: tokens.tokens,
    titleTokens: tokens.titleTokens,
    title: tokens.title,
    titleLow: tokens.titleLow,
    tokensLow: tokens.tokensLow,
    tokensLeast: tokens.tokensLeast,
    rareTokens: tokens.rareTokens,
    found: tokens.found,
    passageTokens: tokens.passageTokens,
    strongest: tokens.strongest,
    missing: tokens.missing,
    numbersMissing,
    turned,
  };
  const evidence = new Float64Array(EVIDENCE.length);
  EVIDENCE.forEach((name, at) => {
    evidence[at] = known[name];
  });
  return evidence;
}

/** The best sentence and the mean of the best three; both the dense score where the answer has none. */
function sentencesOf({ sentenceCosines, question, passage }: NearestWording) {
  const best = sentenceCosines.slice().sort().reverse().subarray(0, 3);
  const [sentence] = best;
  if (sentence === undefined) {
    const dense = (question + passage) / 2;
    return { sentence: dense, sentences: dense };
  }
  return { sentence, sentences: best.reduce((sum, value) => sum + value, 0) / best.length };
}
