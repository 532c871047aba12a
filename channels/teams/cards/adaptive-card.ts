import type { Activity } from '../../../bot/contracts/activities.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';

/** An element or action of an Adaptive Card; only what version 1.5 knows is used. */
export interface CardElement {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** What a card is made of. */
export interface CardContent {
  readonly body: readonly CardElement[];
  readonly actions: readonly CardElement[];
  readonly language: SpokenLanguage;
  /** The card in plain words, for clients that cannot show it and for notifications. */
  readonly words: string;
}

/** Largest card in bytes of UTF-16: older clients and Microsoft's own advice stop near 28 KB. */
export const MOST_CARD_BYTES = 25_000;

const CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';
const LONGEST_SUMMARY = 200;

/** A card of a version that Teams shows from bots on every platform. */
function adaptiveCard({ body, actions, language, words }: CardContent): CardElement {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: words,
    msteams: { width: 'Full' },
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}

/** A message with a card and no text: Teams would split the two, and then gives no id to change it by. */
export function cardActivity(content: CardContent): Activity {
  return {
    type: 'message',
    locale: content.language,
    summary: cutTitle(readableLine(content.words), LONGEST_SUMMARY),
    attachments: [{ contentType: CONTENT_TYPE, content: adaptiveCard(content) }],
  };
}

/** The card of such a message alone, as an answer to a tap takes it. */
export function cardIn({ attachments }: Activity): CardElement {
  return attachments?.[0]?.content as CardElement;
}

/** The first of several forms of a message, from the largest to the smallest, that Teams takes; the smallest where none is. */
export function firstThatFits<Size>(sizes: readonly Size[], form: (size: Size) => Activity): Activity {
  const [size, ...smaller] = sizes;
  const message = form(size as Size);
  return smaller.length === 0 || utf16Bytes(message) <= MOST_CARD_BYTES
    ? message
    : firstThatFits(smaller, form);
}

/** Size of a value as Teams counts it, in bytes: its JSON in UTF-16. */
export function utf16Bytes(value: unknown): number {
  return JSON.stringify(value).length * 2;
}
