import type { CardElement } from './adaptive-card.js';

/** A piece of a card that is not cut. */
export interface CardPart {
  readonly element: CardElement;
  /** What stays of it once a choice was tapped; null for nothing. */
  readonly settled: CardElement | null;
  /** Its plain words, '' where they are said elsewhere in the message. */
  readonly words: string;
}

/** A piece that stays as it is. */
export function lastingPart(element: CardElement, words = ''): CardPart {
  return { element, settled: element, words };
}
