import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { type CardElement, cardActivity, cardIn } from '../../cards/adaptive-card.js';
import type { RoomWords } from '../words/word-list.js';
import { type DeskTap, executeAction, shortLine } from './desk-elements.js';

/** Somebody, or a team, to whom a conversation can be passed on. */
export interface PassOnChoice {
  readonly title: string;
  readonly value: string;
}

/** In UTF-16 units, as at the desk's page. */
export const LONGEST_COMMENT = 2_000;

/** Longer lists are searched by typing; more than this would not fit on a card. */
const MOST_CHOICES = 80;

/** The card on which an agent chooses to whom a conversation goes, seen by them alone. */
export function transferCard(
  tap: DeskTap,
  choices: readonly PassOnChoice[],
  words: RoomWords,
  language: SpokenLanguage,
): CardElement {
  const message = cardActivity({
    language,
    words: words.passOn,
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'target',
        label: words.passOnTo,
        placeholder: words.passOnChoose,
        style: 'filtered',
        choices: choices
          .slice(0, MOST_CHOICES)
          .map(({ title, value }) => ({ title: shortLine(title, 60), value })),
      },
      {
        type: 'Input.Text',
        id: 'comment',
        label: words.passOnComment,
        isMultiline: true,
        maxLength: LONGEST_COMMENT,
      },
    ],
    actions: [
      executeAction('pass-on', words.passOnNow, tap, 'positive'),
      { ...executeAction('show', words.cancel, tap), associatedInputs: 'none' },
    ],
  });
  return cardIn(message);
}
