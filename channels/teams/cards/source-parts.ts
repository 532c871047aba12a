import type { AnswerSource } from '../../../bot/contracts/messages.js';
import { webAddress } from '../../page/safe-link.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';
import type { CardElement } from './adaptive-card.js';
import { type CardPart, lastingPart } from './card-part.js';
import { plainElement } from './card-words.js';

/** Nobody reads more on a button. */
const LONGEST_TITLE = 150;

/** Who answered and when, under which licence, and that it is old. */
export function sourceParts(source: AnswerSource): CardPart[] {
  const { line, licence, ageNote } = source;
  const subtle = { isSubtle: true, size: 'Small' };
  return [
    ...linePart([line, licence ?? ''], subtle),
    ...linePart([ageNote ?? ''], { ...subtle, color: 'Warning' }),
  ];
}

/** The way to the community; none without an address that may be followed. */
export function sourceActions({ url, linkTitle }: AnswerSource): CardElement[] {
  const address = webAddress(url);
  return address === null
    ? []
    : [
        {
          type: 'Action.OpenUrl',
          title: cutTitle(readableLine(linkTitle) || address, LONGEST_TITLE),
          url: address,
        },
      ];
}

function linePart(words: readonly string[], style: Readonly<Record<string, unknown>>): CardPart[] {
  const text = words
    .map(readableLine)
    .filter((part) => part !== '')
    .join(' · ');
  return text === '' ? [] : [lastingPart(plainElement(text, style), text)];
}
