import { createHash } from 'node:crypto';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { cutTitle } from '../../../text/cut-title.js';
import { readableLine } from '../../../text/readable.js';
import type { CardElement } from '../../cards/adaptive-card.js';
import { plainElement } from '../../cards/card-words.js';

/** What a button of a desk card carries. */
export interface DeskTap {
  readonly conversationId: string;
  readonly handoffId: string;
}

/** A button that tells the bot (`adaptiveCard/action`) and shows what it answers. */
export function executeAction(verb: string, title: string, tap: DeskTap | null, style?: string): CardElement {
  return {
    type: 'Action.Execute',
    verb: `desk/${verb}`,
    title,
    data: { ...tap },
    ...(style === undefined ? {} : { style }),
  };
}

/** A band at the head of a card. */
export function bandElement(style: string, lines: readonly string[]): CardElement {
  const [title = '', ...more] = lines;
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [
      plainElement(title, { weight: 'Bolder' }),
      ...more.map((line) => plainElement(line, {}, { spacing: 'Small' })),
    ],
  };
}

/**
 * A line with a time, which each client writes in the time of its reader. Only words of our own stand in it: a text block
 * reads Markdown.
 */
export function timeElement(words: (at: string) => string, at: string): CardElement {
  const moment = at.replace(/\.\d+Z$/, 'Z');
  const text = words(`{{DATE(${moment}, COMPACT)}} {{TIME(${moment})}}`);
  return { type: 'TextBlock', text, wrap: true, isSubtle: true, spacing: 'Small' };
}

/** More lines than this of one message are written one behind the other: each is an element of the card. */
const MOST_LINES = 30;

/** What somebody said: their name, then their words as they typed them. */
export function saidElements(name: string, text: string, mark: string | null = null): CardElement[] {
  const head = mark === null ? name : `${name} (${mark})`;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rest = lines.slice(MOST_LINES).join(' / ');
  return [
    plainElement(head, { weight: 'Bolder', size: 'Small' }, { spacing: 'Small' }),
    ...[...lines.slice(0, MOST_LINES), rest]
      .filter((line) => line !== '')
      .map((line) => plainElement(line, {}, { spacing: 'None' })),
  ];
}

/** A name, or a question, on one line of bounded length. */
export function shortLine(text: string, most = 80): string {
  return cutTitle(readableLine(text), most);
}

/** A mark of what a message shows: the same for the same content. */
export function markOf(activity: Activity): string {
  return createHash('sha256').update(JSON.stringify(activity)).digest('base64url').slice(0, 22);
}

/** Whole minutes between two times, none below 0. */
export function minutesBetween(from: string, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / 60_000));
}
