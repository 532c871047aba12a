import type { Choice, OutgoingMessage } from '../../../bot/contracts/messages.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';
import { MOST } from './render-limits.js';

/** A quick reply of the Send API; the payload is the choice's value as JSON. */
interface QuickReply {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
}

export interface RenderedChoices {
  /** Lines of the choices that a quick reply cannot show whole; '' where there are none. */
  readonly list: string;
  /** The same of the answers to "did this help?"; as good as always ''. */
  readonly answers: string;
  readonly quickReplies: readonly QuickReply[];
}

interface Tap {
  readonly choice: Choice;
  readonly title: string;
  /** What the customer may type, as the bot counts (questions in order, then "none of these"); null for none. */
  readonly number: number | null;
  readonly payload: string;
  readonly canTap: boolean;
}

/**
 * Choices as quick replies: 13 of 20 characters, the answers to "did this help?" first. Titles that do not fit, are the
 * same, or are beyond the 13th are listed in words above, by number or after a bullet; choices that mean the same kind of
 * thing are listed all or none. Questions are tapped by their number, which can be typed as well.
 * @param hasWords whether the message has words to hang quick replies on; where not, all choices are listed
 */
export function renderChoices(message: OutgoingMessage, hasWords: boolean): RenderedChoices {
  const { feedback, choices } = message;
  const answers = feedback ? [feedback.yes, feedback.no] : [];
  const counted = [
    ...choices.filter(({ value }) => value.action === 'pick-item'),
    ...choices.filter(({ value }) => value.action === 'none-of-these'),
  ];
  const taps = [...answers, ...choices].map((choice, place): Tap => {
    const number = counted.indexOf(choice) + 1;
    const payload = JSON.stringify(choice.value);
    return {
      choice,
      title: readableLine(choice.title),
      number: number > 0 ? number : null,
      payload,
      canTap: place < MOST.quickReplies && payload.length <= MOST.payload,
    };
  });
  const listedActions = new Set(
    taps.filter((tap) => !hasWords || !fits(tap, taps)).map(({ choice }) => choice.value.action),
  );
  const isListed = ({ choice }: Tap) => listedActions.has(choice.value.action);
  return {
    list: taps.slice(answers.length).filter(isListed).map(lineOf).filter(isSaid).join('\n'),
    answers: taps.slice(0, answers.length).filter(isListed).map(lineOf).filter(isSaid).join('\n'),
    quickReplies: taps
      .map((tap, place) => ({
        tap,
        title: isListed(tap) ? labelOf(tap, place, taps, counted.length) : tap.title,
      }))
      .filter(({ tap }) => tap.canTap)
      .map(({ tap, title }) => ({ content_type: 'text', title, payload: tap.payload })),
  };
}

/** Whether a quick reply can show the title whole, and nobody takes it for a number or another choice. */
function fits({ title, canTap }: Tap, taps: readonly Tap[]): boolean {
  if (!canTap || title === '' || title.length > MOST.quickReplyTitle || /^\d+$/.test(title)) return false;
  return taps.filter((other) => other.title === title).length === 1;
}

function labelOf(tap: Tap, place: number, taps: readonly Tap[], numbers: number): string {
  if (tap.number !== null) return String(tap.number);
  const cut = cutTitle(tap.title, MOST.quickReplyTitle);
  const isOnlyOne = taps.every(
    (other) => other === tap || cutTitle(other.title, MOST.quickReplyTitle) !== cut,
  );
  // A number that no question has.
  return cut !== '' && isOnlyOne && !/^\d+$/.test(cut) ? cut : String(numbers + place + 1);
}

function lineOf({ title, number }: Tap): string {
  if (title === '') return '';
  return number === null ? `• ${title}` : `${number}. ${title}`;
}

function isSaid(line: string): boolean {
  return line !== '';
}
