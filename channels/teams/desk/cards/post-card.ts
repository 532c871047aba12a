import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DeskMessage } from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { readable } from '../../../text/readable.js';
import { cardActivity, firstThatFits } from '../../cards/adaptive-card.js';
import { plainElement } from '../../cards/card-words.js';
import type { RoomWords } from '../words/word-list.js';
import { shortLine } from './desk-elements.js';
import { messageElements } from './handoff-card.js';

/** How much of a message a thread shows, from most to least, until its card fits; the desk's page shows all. */
const LENGTHS = [3_000, 1_500, 600] as const;

/** A message of the conversation as one of its thread. Never larger than Teams takes. */
export function postCard(message: DeskMessage, words: RoomWords, language: SpokenLanguage): Activity {
  return firstThatFits(LENGTHS, (most) => {
    const body = messageElements(message, words, most);
    const plain = message.change === 'taken-back' ? words.takenBack : readable(message.text.slice(0, most));
    return cardActivity({ language, body, actions: [], words: `${shortLine(message.name)}: ${plain}` });
  });
}

/** What agents are told in a thread. */
export function noticeCard(text: string, language: SpokenLanguage): Activity {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return cardActivity({
    language,
    body: lines.map((line) => plainElement(line, { color: 'Warning' }, { spacing: 'Small' })),
    actions: [],
    words: text,
  });
}
