import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { parseAnswer } from '../../index/answers/parse-answer.js';

/** Markdown as the words of a message, in both forms. */
export function inWords(markdown: string): Pick<OutgoingMessage, 'text' | 'tree'> {
  return { text: markdown, tree: parseAnswer(markdown) };
}
