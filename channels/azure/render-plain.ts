import type { Activity } from '../../bot/contracts/activities.js';
import type { MessageRenderer } from '../../bot/contracts/channels.js';
import type { Choice, OutgoingMessage, SpokenLanguage } from '../../bot/contracts/messages.js';
import { answerParts, markdownLine } from '../text/answer-markdown.js';
import { cutTitle } from '../text/cut-title.js';
import { fileActivities } from '../text/file-activities.js';
import { bold } from '../text/inline-markdown.js';
import { linePart, type MarkdownPart, packParts } from '../text/markdown-parts.js';
import { readableLine } from '../text/readable.js';
import { speakerAccount } from '../text/speaker-account.js';
import { statusEvent } from '../text/status-event.js';

/** Of the channels of Azure that tell a limit, Telegram has the lowest that an answer comes near: 4,096 characters. */
const MOST_UNITS = 4_000;

/** What Slack shows on a button; the others show more or cut it themselves. */
const MOST_TITLE_UNITS = 75;

/**
 * Renders a message for every channel without a renderer of its own (Emulator, Slack, Telegram, e-mail …); pure.
 *
 * Markdown that says everything, because nobody knows what such a channel shows: who speaks where it is a person, the
 * community's question, quotation, source with link, warning about age, the choices as a list with how to choose, the question for feedback
 * with its answers. The same choices as buttons that post their title, for channels that have buttons: the bot
 * understands a typed title or number as a tap.
 * A message that says nothing becomes the event `conversation/status`, which the transport leaves out.
 */
export const renderPlain: MessageRenderer = (message) => render(message, MOST_UNITS);

/** A mail holds all of a turn; longer ones are cut by mail programs. */
const MOST_UNITS_OF_MAIL = 60_000;

/** Renders a message for the e-mail channel: the same, with what was said in front of it, as one mail. Pure. */
export const renderMail: MessageRenderer = (message) => render(message, MOST_UNITS_OF_MAIL);

function render(message: OutgoingMessage, most: number): readonly Activity[] {
  const all = [...(message.before ?? []), message];
  const words = all.flatMap((part) => wordsOf(part, most));
  const files = all.flatMap(fileActivities);
  if (words.length === 0) return files.length > 0 ? files : [statusEvent(message)];
  const texts = packParts([...nameOf(message), ...words], most);
  const buttons = all.flatMap(buttonsOf);
  const said = texts.map((text, index) => ({
    type: 'message',
    from: speakerAccount(message),
    text,
    textFormat: 'markdown',
    locale: message.language,
    inputHint: 'acceptingInput',
    ...(index === texts.length - 1 && buttons.length > 0
      ? { suggestedActions: { to: [], actions: buttons } }
      : {}),
  }));
  return [...said, ...files];
}

/** These channels show every message as the bot's. */
function nameOf({ speaker }: OutgoingMessage): MarkdownPart[] {
  return speaker.kind === 'agent' ? linePart(bold(markdownLine(speaker.name))) : [];
}

function wordsOf(message: OutgoingMessage, most: number): MarkdownPart[] {
  const { feedback } = message;
  return [
    ...answerParts(message, most),
    ...listsOf(message).flatMap(linePart),
    ...linePart(feedback ? markdownLine(feedback.question) : ''),
    ...linePart(feedback ? oneOf([feedback.yes, feedback.no]) : ''),
  ];
}

/** How to choose from a list, where a number alone does not tell; by how many there are. */
const HOW_TO_CHOOSE: Readonly<Record<SpokenLanguage, { readonly one: string; readonly several: string }>> = {
  nl: { one: 'Typ 1 voor deze vraag.', several: 'Typ het nummer van uw keuze.' },
  en: { one: 'Type 1 for this question.', several: 'Type the number of your choice.' },
};

/** Questions by number, as the bot counts them, "none of these" after the last; other choices on one line. */
function listsOf({ choices, language }: OutgoingMessage): string[] {
  const having = (action: string) => choices.filter(({ value }) => value.action === action);
  const counted = [...having('pick-item'), ...having('none-of-these')];
  const others = choices.filter((choice) => !counted.includes(choice));
  const lines = counted
    .map(({ title }, index) => (isSaid(title) ? `${index + 1}. ${markdownLine(title)}` : ''))
    .filter((line) => line !== '');
  const { one, several } = HOW_TO_CHOOSE[language];
  const howTo = counted.length === 1 ? one : several;
  return [lines.join('\n'), lines.length > 0 ? howTo : '', oneOf(others)];
}

function oneOf(choices: readonly Choice[]): string {
  return choices
    .filter(({ title }) => isSaid(title))
    .map(({ title }) => markdownLine(title))
    .join(' / ');
}

function buttonsOf({ feedback, choices }: OutgoingMessage): object[] {
  const all = [...(feedback ? [feedback.yes, feedback.no] : []), ...choices];
  return all
    .map(({ title }) => readableLine(title))
    .filter(isSaid)
    .map((title) => ({ type: 'imBack', title: cutTitle(title, MOST_TITLE_UNITS), value: title }));
}

function isSaid(title: string): boolean {
  return readableLine(title) !== '';
}
