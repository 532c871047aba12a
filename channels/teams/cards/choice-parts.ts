import type { Choice } from '../../../bot/contracts/messages.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';
import type { CardElement } from './adaptive-card.js';
import type { CardPart } from './card-part.js';
import { plainElement } from './card-words.js';

/** Titles up to here fit on a button of a phone; buttons do not wrap, so that longer ones become lines to tap. */
const LONGEST_BUTTON = 36;
/** Teams hides what exceeds this behind a menu. */
const MOST_BUTTONS = 6;
// The title stands in full where it is read; its copies for screen readers, the transcript and old clients may be shorter.
const LONGEST_NAME = 150;
const LONGEST_SENT = 500;

/**
 * Choices in their order: as buttons, or as whole lines that can be tapped where one is too long for a button. Questions of
 * one list look alike: where one of them needs a line, all have one.
 */
export function choiceParts(choices: readonly Choice[]): CardPart[] {
  const parts: CardPart[] = [];
  let buttons: Choice[] = [];
  const flush = () => {
    if (buttons.length > 0) parts.push(buttonsPart(buttons));
    buttons = [];
  };
  const isLong = (choice: Choice) => titleOf(choice).length > LONGEST_BUTTON;
  const hasLongQuestion = choices.some((choice) => isQuestion(choice) && isLong(choice));
  for (const choice of choices) {
    if (isLong(choice) || (hasLongQuestion && isQuestion(choice))) {
      flush();
      parts.push(linePart(choice));
      continue;
    }
    if (buttons.length === MOST_BUTTONS) flush();
    buttons.push(choice);
  }
  flush();
  return parts;
}

/** What a tap sends: the meaning and, because Teams sends no text with it, the title. */
function submit(choice: Choice): CardElement {
  return {
    type: 'Action.Submit',
    title: cutTitle(titleOf(choice), LONGEST_NAME),
    data: { ...choice.value, title: cutTitle(titleOf(choice), LONGEST_SENT) },
  };
}

function buttonsPart(choices: readonly Choice[]): CardPart {
  return {
    element: { type: 'ActionSet', actions: choices.map(submit) },
    settled: null,
    words: choices.map((choice) => `– ${titleOf(choice)}`).join('\n'),
  };
}

function linePart(choice: Choice): CardPart {
  const title = titleOf(choice);
  return {
    element: {
      type: 'Container',
      style: 'emphasis',
      spacing: 'Small',
      selectAction: submit(choice),
      items: [plainElement(title, { color: 'Accent' })],
    },
    settled: null,
    words: `– ${cutTitle(title, LONGEST_NAME)}`,
  };
}

function isQuestion({ value }: Choice): boolean {
  return value.action === 'pick-item';
}

function titleOf({ title }: Choice): string {
  return readableLine(title) || '…';
}
