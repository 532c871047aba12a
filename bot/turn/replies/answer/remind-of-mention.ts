import type { OutgoingMessage } from '../../../contracts/messages.js';
import { plainTree, said } from '../../../said.js';
import { phrasesOf } from '../../phrases/phrases-of.js';

/**
 * In a group the bot hears only what mentions it, and so does the agent behind it. That is said where a customer would
 * begin to answer without: with the first words of the bot, in the queue, and when a person joins. Pure.
 * @param isFirst whether these are the bot's first words in the conversation
 */
export function remindOfMention(
  messages: readonly OutgoingMessage[],
  isFirst: boolean,
): readonly OutgoingMessage[] {
  // Once is enough: where a hand-off is told behind the first words, it is said there.
  const isToldLater = messages.some((message, place) => place > 0 && tellsHandoff(message));
  return messages.map((message, place) => {
    const isBeginning = isFirst && place === 0 && !isToldLater;
    const isHandoff = tellsHandoff(message);
    const isNeeded = isBeginning || (isHandoff && message.collapseKey === undefined);
    if (!isNeeded || message.speaker.kind !== 'bot' || message.text === '' || message.isQuote) return message;
    return { ...message, ...said([...message.tree, ...plainTree(phrasesOf(message.language).mentionMe)]) };
  });
}

function tellsHandoff({ status }: OutgoingMessage): boolean {
  return status?.handoff === 'waiting' || status?.handoff === 'with-agent';
}
