import type { Choice, FeedbackRequest } from '../../../../bot/contracts/messages.js';
import type { Line, OtherLine } from '../transcript.js';
import { make, makeButton } from './make.js';

/** The choices that stand open, and the "did this help?" before them. */
interface OpenChoices {
  readonly feedback: FeedbackRequest | null;
  readonly choices: readonly Choice[];
}

/**
 * What the customer can choose now: the choices of all that one speaker said since the customer last wrote.
 * @param hasStatus whether the window tells the place in the queue, with a way to leave it of its own
 */
export function openChoices(lines: readonly Line[], hasStatus: boolean): OpenChoices {
  const said: OtherLine[] = [];
  for (const line of [...lines].reverse()) {
    if (line.kind !== 'other' || isAnother(line, said[0])) break;
    said.unshift(line);
  }
  const byTitle = new Map<string, Choice>();
  for (const choice of said.flatMap((line) => line.message.choices)) byTitle.set(choice.title, choice);
  return {
    feedback:
      said
        .map((line) => line.message.feedback)
        .filter(Boolean)
        .at(-1) ?? null,
    choices: [...byTitle.values()].filter(
      (choice) => !(hasStatus && choice.value?.action === 'cancel-request'),
    ),
  };
}

/** Buttons for what can be chosen; null where there is nothing. */
export function choiceRow(open: OpenChoices, choose: (choice: Choice) => void): HTMLElement | null {
  const { feedback, choices } = open;
  if (choices.length === 0 && !feedback) return null;
  const button = (choice: Choice) => makeButton({ class: 'choice' }, () => choose(choice), choice.title);
  return make(
    'div',
    { class: 'choices' },
    feedback &&
      make(
        'div',
        { class: 'feedback', role: 'group', 'aria-label': feedback.question },
        make('span', {}, feedback.question),
        button(feedback.yes),
        button(feedback.no),
      ),
    ...choices.map(button),
  );
}

function isAnother(line: OtherLine, later: OtherLine | undefined): boolean {
  return later !== undefined && later.message.speaker.name !== line.message.speaker.name;
}
