import type { OutgoingMessage, SpokenLanguage } from '../../contracts.js';

type Extras = Partial<Omit<OutgoingMessage, 'speaker' | 'language' | 'text'>>;

/** A message of the bot: words, and what comes with them. */
export function botMessage(
  botName: string,
  language: SpokenLanguage,
  text: string,
  extras: Extras = {},
): OutgoingMessage {
  return {
    speaker: { kind: 'bot', name: botName },
    text,
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
