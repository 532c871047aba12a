import type { AnswerSource, OutgoingMessage, SpokenLanguage } from '../../bot/contracts/messages.js';
import { answerBlocks } from '../page/answer-blocks.js';
import { safeLink } from '../page/safe-link.js';
import { bold } from './inline-markdown.js';
import { markdownLink } from './markdown-link.js';
import { blockParts, linePart, type MarkdownPart, packParts } from './markdown-parts.js';
import { plainMarkdown } from './plain-markdown.js';
import { readableLine } from './readable.js';

/**
 * The words of a message in Markdown that is complete in itself: the community's question, what introduces a
 * quotation, the words (a quotation as one), the source with licence and link, and the warning about age. Choices and feedback are left to the channel. What
 * people wrote is written anew, so that nothing in it acts but the Markdown that all channels show.
 */
export function answerMarkdown(message: OutgoingMessage): string {
  return packParts(answerParts(message, Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY).join('');
}

/** The same in parts, each within a number of UTF-16 units. */
export function answerParts(message: OutgoingMessage, units: number): MarkdownPart[] {
  const { source } = message;
  const url = safeLink(source?.url ?? '');
  // Such channels cannot unfold text: where no link leads to the rest, the whole answer is said at once.
  const leadsToRest = url !== null && !source?.isEdited;
  const said = message.more && !leadsToRest ? { ...message.more, more: null } : message;
  return [
    ...linePart(source ? bold(markdownLine(source.question)) : ''),
    ...linePart(markdownLine(message.intro ?? '')),
    ...blockParts(answerBlocks(said.tree, message.language), message.isQuote, units),
    ...linePart(said.more ? PART_NOTE[message.language] : ''),
    ...linePart(source ? sourceLine(source, url) : ''),
    ...linePart(markdownLine(source?.ageNote ?? '')),
  ];
}

/** Such channels have no button that unfolds an answer: nobody would know that there is more. */
const PART_NOTE: Readonly<Record<SpokenLanguage, string>> = {
  nl: 'Dit is een deel van het antwoord; het hele antwoord staat achter de link.',
  en: 'This is part of the answer; the link leads to all of it.',
};

/** A title, a name or a sentence of the bot, as Markdown that shows exactly it. */
export function markdownLine(text: string): string {
  return plainMarkdown(readableLine(text));
}

function sourceLine({ line, licence, linkTitle }: AnswerSource, url: string | null): string {
  const link = url === null ? '' : markdownLink(readableLine(linkTitle) || url, url);
  return [markdownLine(line), markdownLine(licence ?? ''), link].filter((part) => part !== '').join(' · ');
}
