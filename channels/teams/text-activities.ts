import type { Activity } from '../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { answerBlocks } from '../page/answer-blocks.js';
import type { Block } from '../page/shown-blocks.js';
import { asQuote } from '../text/blocks-markdown.js';
import { bold } from '../text/inline-markdown.js';
import { blockParts, linePart, type MarkdownPart, packParts } from '../text/markdown-parts.js';
import { plainMarkdown } from '../text/plain-markdown.js';
import { plainText } from '../text/plain-text.js';
import { readableLine } from '../text/readable.js';
import { AI_LABEL, type Citation, citationOf } from './citation.js';

/** Longest text of one activity, in UTF-16 units: 24 KB, below every limit that Microsoft ever named. */
const MOST_TEXT = 12_000;

/**
 * What a message says in words, as one or more activities of text: an agent's name (Teams shows every message as the
 * bot's), the community's question, what introduces a quotation, the words, and the question for feedback above Teams' own thumbs.
 * @param saying the words to say: the text of the message, or the whole answer
 * @param isLabelled whether answers of the bot carry the AI label
 */
export function textActivities(
  message: OutgoingMessage,
  saying: Pick<OutgoingMessage, 'text' | 'tree'>,
  isLabelled: boolean,
): Activity[] {
  const { source, feedback, language, isQuote, speaker } = message;
  const hasAiLabel = isLabelled && speaker.kind === 'bot';
  const citation = source
    ? citationOf({
        source,
        markdown: everyWord(message, saying.text),
        words: plainText(saying.tree, language),
        hasAiLabel,
      })
    : null;
  const words = citedParts(answerBlocks(saying.tree, language), isQuote, citation);
  const said = [
    ...linePart(source ? bold(plainMarkdown(readableLine(source.question))) : ''),
    ...linePart(plainMarkdown(readableLine(message.intro ?? ''))),
    ...words,
    ...linePart(feedback ? italic(plainMarkdown(readableLine(feedback.question))) : ''),
  ];
  if (said.length === 0) return [];
  const texts = packParts([...speakerParts(message), ...said], MOST_TEXT);
  return texts.map((text, index) => ({
    type: 'message',
    text,
    textFormat: 'markdown',
    locale: language,
    ...entitiesOf(text, citation, hasAiLabel),
    ...(feedback && index === texts.length - 1 ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  }));
}

function speakerParts({ speaker }: OutgoingMessage): MarkdownPart[] {
  return speaker.kind === 'agent' ? linePart(bold(plainMarkdown(readableLine(speaker.name)))) : [];
}

// Room for the mark of a source.
const MARK_UNITS = 8;

/** Blocks with the mark of the source behind the last words; behind code or a list it would become a part of it. */
function citedParts(blocks: readonly Block[], isQuote: boolean, citation: Citation | null): MarkdownPart[] {
  const parts = blockParts(blocks, isQuote, MOST_TEXT - (citation ? MARK_UNITS : 0));
  const last = parts.at(-1);
  if (!citation) return parts;
  if (last && blocks.at(-1)?.kind === 'paragraph')
    return [...parts.slice(0, -1), { ...last, markdown: `${last.markdown} ${citation.mark}` }];
  return [...parts, { markdown: isQuote ? asQuote(citation.mark) : citation.mark, isQuote }];
}

/** Teams takes one root entity a message. */
function entitiesOf(
  text: string,
  citation: Citation | null,
  hasAiLabel: boolean,
): Pick<Activity, 'entities'> {
  if (!citation) return {};
  if (text.includes(citation.mark)) return { entities: [citation.entity] };
  return hasAiLabel ? { entities: [AI_LABEL] } : {};
}

/** Everything in which a mark such as [1] could stand already. */
function everyWord({ source, feedback, speaker, intro }: OutgoingMessage, markdown: string): string {
  return [speaker.name, source?.question, intro, markdown, feedback?.question].join('\n');
}

function italic(markdown: string): string {
  return markdown === '' ? '' : `_${markdown}_`;
}
