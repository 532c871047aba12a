import type { Activity } from '../../../bot/contracts/activities.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';
import {
  type CardContent,
  type CardElement,
  cardActivity,
  MOST_CARD_BYTES,
  utf16Bytes,
} from './adaptive-card.js';
import type { CardPart } from './card-part.js';
import { plainElement } from './card-words.js';

export interface CardPlan {
  readonly parts: readonly CardPart[];
  /** Actions below the first card. */
  readonly actions: readonly CardElement[];
  readonly language: SpokenLanguage;
  /** Title of the choice that was tapped; null while none was. */
  readonly chosen: string | null;
}

/** Left free for the line that names the choice, and for the card itself. */
const ROOM_BYTES = 2_500;
const LONGEST_CHOSEN = 300;

/**
 * Puts parts on as few cards as their size allows, in order. A message has the same number of cards before and after a
 * choice was tapped, so that each takes the place of the one before it.
 */
export function packCards(plan: CardPlan): Activity[] {
  const found = groupParts(plan);
  // A card may be nothing but a button.
  const groups = found.length === 0 && plan.actions.length > 0 ? [[]] : found;
  return groups.map((parts, index) =>
    cardActivity({
      body: bodyOf(parts, plan.chosen, index === groups.length - 1),
      actions: index === 0 ? plan.actions : [],
      language: plan.language,
      words: wordsOf(parts, plan.actions),
    }),
  );
}

/** Whether parts and actions fit on one card. */
export function fitOnOneCard(plan: CardPlan): boolean {
  return sizeOf(plan.parts, plan.actions, plan.language) <= MOST_CARD_BYTES - ROOM_BYTES;
}

function groupParts({ parts, actions, language }: CardPlan): CardPart[][] {
  const groups: CardPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const used = groups.length === 1 ? actions : [];
    if (last && sizeOf([...last, part], used, language) <= MOST_CARD_BYTES - ROOM_BYTES) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function sizeOf(
  parts: readonly CardPart[],
  actions: readonly CardElement[],
  language: SpokenLanguage,
): number {
  const content: CardContent = {
    body: parts.map(({ element }) => element),
    actions,
    language,
    words: wordsOf(parts, actions),
  };
  return utf16Bytes(cardActivity(content));
}

function bodyOf(parts: readonly CardPart[], chosen: string | null, isLast: boolean): CardElement[] {
  if (chosen === null) return parts.map(({ element }) => element);
  const settled = parts.flatMap((part) => part.settled ?? []);
  if (!isLast && settled.length > 0) return settled;
  const title = cutTitle(readableLine(chosen), LONGEST_CHOSEN);
  return [...settled, plainElement(`✓ ${title}`, { weight: 'Bolder' })];
}

function wordsOf(parts: readonly CardPart[], actions: readonly CardElement[]): string {
  const links = actions.flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));
  return [...parts.map(({ words }) => words), ...links].filter((words) => words !== '').join('\n') || '…';
}
