import type { AnswerSource, OutgoingMessage } from '../../bot/contracts.js';
import { escapeMarkdown, markdownLink } from './escape-markdown.js';

/**
 * The words of a message in Markdown that is complete in itself: the community's question, the words (a quotation as
 * one), the source with licence and link, and the warning about age. Choices and feedback are left to the channel.
 */
export function answerMarkdown(message: OutgoingMessage): string {
  const { source } = message;
  // Such channels cannot unfold text: where no link leads to the rest, the whole answer is said at once.
  const words = message.more && !source?.url ? message.more.text : message.text;
  return [
    source ? strong(source.question) : '',
    message.isQuote ? asQuote(words) : words,
    source ? sourceLine(source) : '',
    source?.ageNote ? escapeMarkdown(source.ageNote) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function strong(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}

function asQuote(markdown: string): string {
  return markdown.replace(/^/gm, '> ');
}

function sourceLine(source: AnswerSource): string {
  return [
    escapeMarkdown(source.line),
    source.licence ? escapeMarkdown(source.licence) : '',
    source.url ? markdownLink(source.linkTitle, source.url) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
