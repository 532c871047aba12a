import type { DeskEnding, DeskMessage } from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { readable } from '../../../text/readable.js';
import { type CardElement, cardActivity, cardIn } from '../../cards/adaptive-card.js';
import { plainElement } from '../../cards/card-words.js';
import type { RoomWords } from '../words/word-list.js';
import { type DeskTap, executeAction } from './desk-elements.js';
import { messageElements } from './handoff-card.js';

/** Longest reply, in UTF-16 units, as at the desk's page. */
export const LONGEST_REPLY = 4_000;
const MOST_NEWER = 5;

/** What an agent writes in the card before it is sent, seen by them alone. */
export interface ReplyDraft {
  readonly tap: DeskTap;
  readonly text: string;
  /** Under which it is said once. */
  readonly key: string;
  readonly ending: DeskEnding | null;
  /** Why it was not sent; null before it was tried. */
  readonly problem: string | null;
  /** The newest message that they were shown with it; '' for none. */
  readonly seenId: string;
  /** What came meanwhile. */
  readonly newer: readonly DeskMessage[];
}

/** The card that takes the place of the hand-off's for one agent while they write. */
export function replyCard(draft: ReplyDraft, words: RoomWords, language: SpokenLanguage): CardElement {
  const { tap, key, ending, seenId, problem } = draft;
  const data = { ...tap, key, ending, seenId };
  const title =
    ending === null ? words.send : ending === 'close' ? words.sendAndClose : words.sendAndGiveBack;
  const newer = draft.newer.slice(-MOST_NEWER);
  const message = cardActivity({
    language,
    words: words.reply,
    body: [
      ...(problem === null ? [] : [plainElement(problem, { color: 'Attention' })]),
      ...(newer.length === 0 ? [] : [plainElement(words.whileYouWrote, { weight: 'Bolder' })]),
      ...newer.flatMap((message) => messageElements(message, words, 500)),
      {
        type: 'Input.Text',
        id: 'text',
        label: words.reply,
        isMultiline: true,
        maxLength: LONGEST_REPLY,
        value: readable(draft.text),
      },
    ],
    actions: [
      { ...executeAction('say', title, null, 'positive'), data },
      { ...executeAction('show', words.cancel, tap), associatedInputs: 'none' },
    ],
  });
  return cardIn(message);
}
