import type { OutgoingMessage, SpokenLanguage } from '../../contracts/messages.js';
import { plainTree, type Said, said } from '../../said.js';

type Extras = Partial<Omit<OutgoingMessage, 'speaker' | 'language' | 'text' | 'tree'>>;

/**
 * A message of the bot: words, and what comes with them.
 * @param words plain ones of its own, in which no mark means anything, or what is said in both forms
 */
export function botMessage(
  botName: string,
  language: SpokenLanguage,
  words: string | Said,
  extras: Extras = {},
): OutgoingMessage {
  return {
    speaker: { kind: 'bot', name: botName },
    ...(typeof words === 'string' ? said(plainTree(words)) : words),
    isQuote: false,
    language,
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: null,
    ...extras,
  };
}
