import type { Item } from '../contracts.js';
import { answerSentences } from './answer-sentences.js';
import { passageText } from './plain-text.js';

/** The texts of an item that get vectors. */
export interface ItemTexts {
  /** The question and the phrasings, embedded as questions. */
  readonly questions: readonly string[];
  /** The question with the first words of the answer, embedded as a passage; null for an item without answer text. */
  readonly passage: string | null;
  /** The question with each sentence of the answer, embedded as passages. */
  readonly sentences: readonly string[];
}

/** What of an item is embedded. */
export function itemTexts({ question, phrasings, answer }: Item): ItemTexts {
  const hasAnswer = answer.trim() !== '';
  return {
    questions: [question, ...phrasings],
    passage: hasAnswer ? passageText(question, answer) : null,
    // Without its question a sentence such as "Restart it first." could belong anywhere.
    sentences: hasAnswer ? answerSentences(answer).map(({ text }) => `${question} ${text}`) : [],
  };
}
