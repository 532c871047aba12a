import type { AnswerSource, Choice, MessageRenderer, OutgoingMessage } from '../../bot/contracts.js';

/**
 * Renders a message for Direct Line clients; pure.
 *
 * The text is complete in itself, for the official Web Chat control: the community's question, quotation, source with
 * link, warning about age, question for feedback. Our own widget takes `channelData.message`, which is the message
 * itself, and draws it better.
 * A message without words that only tells who has the conversation becomes the event `conversation/status`.
 */
export const renderMessage: MessageRenderer = (message) => {
  const from = { id: message.speaker.kind, name: message.speaker.name, role: 'bot' };
  const channelData = { message };
  if (isStatusOnly(message)) {
    return { type: 'event', name: 'conversation/status', value: message.status, from, channelData };
  }
  const choices = [
    ...(message.feedback ? [message.feedback.yes, message.feedback.no] : []),
    ...message.choices,
  ];
  return {
    type: 'message',
    from,
    text: textOf(message),
    textFormat: 'markdown',
    locale: message.language,
    inputHint: 'acceptingInput',
    ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(cardAction) } } : {}),
    channelData,
  };
};

function isStatusOnly(message: OutgoingMessage): boolean {
  const { status, text, choices, feedback, source } = message;
  return status !== null && text === '' && choices.length === 0 && feedback === null && source === null;
}

function textOf(message: OutgoingMessage): string {
  const { source } = message;
  // Web Chat cannot unfold text: where no link leads to the rest, the whole answer is said at once.
  const words = message.more && !source?.url ? message.more.text : message.text;
  return [
    source ? `**${asPlainWords(source.question)}**` : '',
    message.isQuote ? asQuote(words) : words,
    source ? sourceLine(source) : '',
    source?.ageNote ? asPlainWords(source.ageNote) : '',
    message.feedback ? asPlainWords(message.feedback.question) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function asQuote(markdown: string): string {
  return markdown.replace(/^/gm, '> ');
}

function sourceLine(source: AnswerSource): string {
  return [
    asPlainWords(source.line),
    source.licence ? asPlainWords(source.licence) : '',
    source.url ? `[${asPlainWords(source.linkTitle)}](${linkTarget(source.url)})` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Names of people may hold characters that Markdown would read. */
function asPlainWords(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** A target cannot be ended early by a bracket, a space or a line break in the address. */
function linkTarget(url: string): string {
  return url.replace(
    /[()<>\s\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** Posts the title as the customer's words and the value beside them, unchanged. */
function cardAction({ title, value }: Choice): Readonly<Record<string, unknown>> {
  return { type: 'messageBack', title, text: title, displayText: title, value };
}
