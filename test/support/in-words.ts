import type { OutgoingMessage } from '../../bot/contracts.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';

/** Markdown as the words of a message, in both forms. */
export function inWords(markdown: string): Pick<OutgoingMessage, 'text' | 'tree'> {
  return { text: markdown, tree: parseAnswer(markdown) };
}
