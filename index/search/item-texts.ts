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

/**
 * What of an item is embedded. What a correction corrects is searched with it: it is often the longer text on the subject.
 */
export function itemTexts({ question, phrasings, answer, earlier = [] }: Item): ItemTexts {
  const hasAnswer = answer.trim() !== '';
  return {
    questions: [question, ...phrasings],
    passage: hasAnswer ? passageText(question, searchedAnswer({ answer, earlier })) : null,
    // Without its question a sentence such as "Restart it first." could belong anywhere.
    sentences: hasAnswer ? answerSentences(answer).map(({ text }) => `${question} ${text}`) : [],
  };
}

/** The words of an item's answer that are searched, in Markdown: as it is told, and what that corrects. */
export function searchedAnswer({ answer, earlier = [] }: Pick<Item, 'answer' | 'earlier'>): string {
  return [answer, ...earlier.map(({ text }) => text)].join('\n\n');
}
