import { createHash } from 'node:crypto';
import type { ChannelAccount } from '../../bot/contracts/activities.js';
import type { MessageRenderer } from '../../bot/contracts/channels.js';
import type { Choice, OutgoingMessage } from '../../bot/contracts/messages.js';
import { answerMarkdown, markdownLine } from '../text/answer-markdown.js';
import { fileAttachment } from '../text/file-activities.js';
import { bold } from '../text/inline-markdown.js';
import { speakerAccount } from '../text/speaker-account.js';
import { spokenText } from '../text/spoken-text.js';
import { statusEvent } from '../text/status-event.js';

/**
 * Renders a message for Direct Line clients, as one activity; pure.
 *
 * The text is complete in itself, for the official Web Chat control: an agent's name, the community's question, quotation,
 * source with link, warning about age, question for feedback; `speak` is the same for voices. Our own widget takes `channelData.message`, which is the message
 * itself, and draws it better.
 * A message without words that only tells who has the conversation becomes the event `conversation/status`.
 */
export const renderMessage: MessageRenderer = (message) => {
  const channelData = { message };
  const files = message.files ?? [];
  if (isStatusOnly(message)) return [{ ...statusEvent(message), from: accountOf(message), channelData }];
  const choices = [
    ...(message.feedback ? [message.feedback.yes, message.feedback.no] : []),
    ...message.choices,
  ];
  return [
    {
      type: 'message',
      from: accountOf(message),
      text: textOf(message),
      speak: spokenText(message),
      textFormat: 'markdown',
      locale: message.language,
      inputHint: choices.length > 0 ? 'expectingInput' : 'acceptingInput',
      ...(files.length > 0 ? { attachments: files.map(fileAttachment) } : {}),
      ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(cardAction) } } : {}),
      channelData,
    },
  ];
};

function isStatusOnly(message: OutgoingMessage): boolean {
  const { status, text, choices, feedback, source, files = [] } = message;
  return (
    status !== null &&
    text === '' &&
    files.length === 0 &&
    choices.length === 0 &&
    feedback === null &&
    source === null
  );
}

/** The bot as it is known; each agent under an id of their own, by which Web Chat tells speakers apart. */
function accountOf(message: OutgoingMessage): ChannelAccount {
  const account = speakerAccount(message);
  const { kind, name } = message.speaker;
  if (kind !== 'agent') return account;
  const own = createHash('sha256').update(name).digest('base64url').slice(0, 12);
  return { ...account, id: `agent-${own}` };
}

function textOf(message: OutgoingMessage): string {
  const { speaker } = message;
  // Web Chat shows no names above bubbles: without it nobody sees that a person answers.
  const isSaid = message.text !== '' || message.files !== undefined;
  const name = speaker.kind === 'agent' && isSaid ? bold(markdownLine(speaker.name)) : '';
  return [name, answerMarkdown(message), message.feedback ? markdownLine(message.feedback.question) : '']
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Posts the title as the customer's words and the value beside them, unchanged. */
function cardAction({ title, value }: Choice): Readonly<Record<string, unknown>> {
  return { type: 'messageBack', title, text: title, displayText: title, value };
}
