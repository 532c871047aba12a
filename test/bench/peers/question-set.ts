import { join } from 'node:path';
import { isPlaceholder, readCorpus, readQueries } from '../../../index/evaluation/read-corpus.js';
import type { PeerItem } from './peer.js';

/** A public set in the form peers are asked in. */
export interface QuestionSet {
  readonly items: readonly PeerItem[];
  /** Language of most of the items. */
  readonly language: string;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly text: string;
  /** Numbers of the answers that are right; none where a person must answer. */
  readonly rightAnswers: ReadonlySet<number>;
}

/**
 * Reads a set; of its items only question and answer go on.
 * @throws EVALUATION_FILE_INVALID
 */
export function readQuestionSet(folder: string): QuestionSet {
  const corpus = readCorpus(join(folder, 'corpus.jsonl'));
  const queries = readQueries(join(folder, 'queries.jsonl'));
  const numberOfText = new Map<string, number>();
  const items = corpus.map(({ question, answer }): PeerItem => {
    const answerNumber = numberOfText.get(answer) ?? numberOfText.size;
    numberOfText.set(answer, answerNumber);
    return { question, answer: isPlaceholder(answer) ? '' : answer, answerNumber };
  });
  const answerOfId = new Map(corpus.map(({ id }, at) => [id, items[at]?.answerNumber ?? -1]));
  return {
    items,
    language: mostFrequent(corpus.map(({ language }) => language)),
    questions: queries.map(({ text, relevant }) => ({
      text,
      rightAnswers: new Set(relevant.map((id) => answerOfId.get(id) ?? -1)),
    })),
  };
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 'en';
}
