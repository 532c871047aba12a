import type { MessageRenderer } from '../../bot/contracts/channels.js';
import type { Choice, OutgoingMessage } from '../../bot/contracts/messages.js';
import { answerMarkdown, markdownLine } from '../text/answer-markdown.js';
import { speakerAccount } from '../text/speaker-account.js';
import { statusEvent } from '../text/status-event.js';

/**
 * Renders a message for Direct Line clients, as one activity; pure.
 *
 * The text is complete in itself, for the official Web Chat control: the community's question, quotation, source with
 * link, warning about age, question for feedback. Our own widget takes `channelData.message`, which is the message
 * itself, and draws it better.
 * A message without words that only tells who has the conversation becomes the event `conversation/status`.
 */
export const renderMessage: MessageRenderer = (message) => {
  const channelData = { message };
  if (isStatusOnly(message)) return [{ ...statusEvent(message), channelData }];
  const choices = [
    ...(message.feedback ? [message.feedback.yes, message.feedback.no] : []),
    ...message.choices,
  ];
  return [
    {
      type: 'message',
      from: speakerAccount(message),
      text: textOf(message),
      textFormat: 'markdown',
      locale: message.language,
      inputHint: 'acceptingInput',
      ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(cardAction) } } : {}),
      channelData,
    },
  ];
};

function isStatusOnly(message: OutgoingMessage): boolean {
  const { status, text, choices, feedback, source } = message;
  return status !== null && text === '' && choices.length === 0 && feedback === null && source === null;
}

function textOf(message: OutgoingMessage): string {
  return [answerMarkdown(message), message.feedback ? markdownLine(message.feedback.question) : '']
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Posts the title as the customer's words and the value beside them, unchanged. */
function cardAction({ title, value }: Choice): Readonly<Record<string, unknown>> {
  return { type: 'messageBack', title, text: title, displayText: title, value };
}
