import type { AnswerSource } from '../../bot/contracts/messages.js';
import { webAddress } from '../page/safe-link.js';
import { cutTitle } from '../text/cut-title.js';
import { readableLine } from '../text/readable.js';

export interface Citation {
  /** Stands behind the answer: Teams makes it a link that shows the source. */
  readonly mark: string;
  readonly entity: Readonly<Record<string, unknown>>;
}

interface CitationParts {
  readonly source: AnswerSource;
  /** Every word of the message, so that the mark differs from what stands there already. */
  readonly markdown: string;
  /** Plain words of the answer. */
  readonly words: string;
  readonly hasAiLabel: boolean;
}

// Limits of Teams, in characters.
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;
const LONGEST_KEYWORD = 28;
const MOST_CITATIONS = 20;

/**
 * The citation of an answer: the one root entity `https://schema.org/Message` that Teams takes (two are answered 400).
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
export function citationOf({ source, markdown, words, hasAiLabel }: CitationParts): Citation {
  const position = freePosition(markdown);
  const name = readableLine(source.question) || readableLine(source.line) || '…';
  const url = webAddress(source.url);
  const keywords = [source.author, source.authorRank ?? '']
    .map((keyword) => cutTitle(readableLine(keyword), LONGEST_KEYWORD))
    .filter((keyword) => keyword !== '');
  const appearance = {
    '@type': 'DigitalDocument',
    name: cutTitle(name, LONGEST_NAME),
    abstract: cutTitle(readableLine(words) || name, LONGEST_ABSTRACT),
    ...(url === null ? {} : { url }),
    ...(keywords.length > 0 ? { keywords } : {}),
  };
  const entity = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(hasAiLabel ? { additionalType: ['AIGeneratedContent'] } : {}),
    citation: [{ '@type': 'Claim', position, appearance }],
  };
  return { mark: `[${position}]`, entity };
}

/** What Teams takes where nothing is cited: the label alone. */
export const AI_LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
};

/** The first number that the words do not hold in brackets themselves. */
function freePosition(markdown: string): number {
  for (let position = 1; position <= MOST_CITATIONS; position += 1) {
    // Teams may or may not take away backslashes before it looks for marks.
    if (!new RegExp(`\\[${position}\\\\?\\]`).test(markdown)) return position;
  }
  return MOST_CITATIONS;
}
