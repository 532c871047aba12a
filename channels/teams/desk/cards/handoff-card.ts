import type { Activity } from '../../../../bot/contracts/activities.js';
import type { BestGuess, DeskConversation, DeskEntry, DeskMessage } from '../../../../bot/contracts/desk.js';
import type { DeskThread } from '../../../../bot/contracts/elsewhere/desk-elsewhere.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { CannedAnswer } from '../../../../bot/contracts/tools/desk-canned.js';
import { safeLink } from '../../../page/safe-link.js';
import { plainText } from '../../../text/plain-text.js';
import { type CardElement, cardActivity, firstThatFits } from '../../cards/adaptive-card.js';
import { plainElement } from '../../cards/card-words.js';
import type { RoomWords } from '../words/word-list.js';
import {
  bandElement,
  type DeskTap,
  executeAction,
  saidElements,
  shortLine,
  timeElement,
} from './desk-elements.js';

/** What a card of a hand-off is made of. */
export interface HandoffCardParts {
  readonly conversation: DeskConversation;
  readonly thread: Pick<DeskThread, 'handoffId' | 'fromId' | 'isCurrent'>;
  /** Those that are offered in the list. */
  readonly canned: readonly CannedAnswer[];
  readonly channelName: string;
  readonly hearsAll: boolean;
  readonly botName: string;
  readonly language: SpokenLanguage;
  readonly words: RoomWords;
}

/** Most canned answers in the list of a card. */
const MOST_CANNED = 60;
const LONGEST_LINE = 600;
const LONGEST_GUESS = 1_500;
const LONGEST_QUESTION = 300;

/** How much of it a card shows, from most to least, until it fits. */
const SIZES = [
  { lines: 12, guess: true, canned: MOST_CANNED },
  { lines: 6, guess: true, canned: 30 },
  { lines: 3, guess: false, canned: 15 },
  { lines: 0, guess: false, canned: 0 },
] as const;

/** The first message of a thread: who waits, why, what was said so far, and what can be done. Never larger than Teams takes. */
export function handoffCard(parts: HandoffCardParts): Activity {
  return firstThatFits(SIZES, (size) => cardOf(parts, size));
}

function cardOf(parts: HandoffCardParts, size: (typeof SIZES)[number]): Activity {
  const { conversation, thread, words, language } = parts;
  const { entry } = conversation;
  const head = headOf(entry, thread.isCurrent, words);
  const isOpen = thread.isCurrent && (entry.state === 'waiting' || entry.state === 'with-agent');
  const who = words.customer(
    shortLine(entry.customerName) || words.nameless,
    parts.channelName,
    entry.language,
  );
  const question = shortLine(entry.question, LONGEST_QUESTION);
  const reason = entry.reason === null ? null : words.reasons[entry.reason];
  const plain = [head.lines.join(' · '), who, isOpen ? question : ''].filter((line) => line !== '');
  return cardActivity({
    language,
    words: plain.join('\n'),
    body: [
      bandElement(head.style, head.lines),
      // What an ended hand-off was about stands at the desk, which forgets it by date; a card would not.
      ...(isOpen && question !== '' ? [plainElement(question, { weight: 'Bolder', size: 'Medium' })] : []),
      plainElement(
        [who, reason].filter((part) => part !== null).join(' · '),
        { isSubtle: true },
        { spacing: 'Small' },
      ),
      ...(isOpen ? openElements(parts, size) : []),
    ],
    actions: isOpen ? actionsOf(parts) : [],
  });
}

/** Who has it now, in a colour. */
function headOf(entry: DeskEntry, isCurrent: boolean, words: RoomWords): { style: string; lines: string[] } {
  const holder = entry.holder === null ? null : shortLine(entry.holder.name);
  const marks = [
    ...(entry.priority === 'urgent' ? [words.urgent] : entry.priority === 'high' ? [words.high] : []),
    ...(entry.mood === 'annoyed' ? [words.annoyed] : []),
  ];
  const state = isCurrent ? entry.state : 'solved';
  switch (state) {
    case 'waiting': {
      const title = entry.offer ? words.offeredTo(shortLine(entry.offer.agentName)) : words.waiting;
      const style =
        entry.priority === 'urgent' ? 'attention' : entry.priority === 'high' ? 'warning' : 'accent';
      return { style, lines: [[title, ...marks].join(' · ')] };
    }
    case 'with-agent':
      return { style: 'good', lines: [[words.heldBy(holder ?? ''), ...marks].join(' · ')] };
    case 'solved':
      return { style: 'emphasis', lines: [words.closedBy(isCurrent ? holder : null)] };
    case 'expired':
      return { style: 'emphasis', lines: [words.expired] };
    default:
      return { style: 'emphasis', lines: [words.withBot] };
  }
}

function openElements(parts: HandoffCardParts, size: (typeof SIZES)[number]): CardElement[] {
  const { conversation, words, language, hearsAll, botName } = parts;
  const { entry, bestGuess } = conversation;
  const isHeld = entry.state === 'with-agent';
  const canned = parts.canned.slice(0, size.canned);
  return [
    ...(isHeld ? [] : [timeElement(words.waitsSince, entry.waitingSince)]),
    ...promiseElements(entry, words),
    ...(entry.isUnreachable ? [plainElement(words.unreachable, { color: 'Attention' })] : []),
    ...noteElements(conversation, words),
    ...saidSoFar(parts, size.lines),
    ...(bestGuess && size.guess ? guessElements(bestGuess, language, words) : []),
    ...(isHeld && canned.length > 0 ? [cannedChoice(canned, words)] : []),
    ...(isHeld
      ? [
          plainElement(hearsAll ? words.replyHere : words.replyMention(botName), {
            isSubtle: true,
            italic: true,
          }),
        ]
      : []),
  ];
}

function promiseElements({ promise }: DeskEntry, words: RoomWords): CardElement[] {
  if (promise === null) return [];
  if (promise.brokenAt !== null)
    return [plainElement(words.promiseLate, { color: 'Attention' }, { spacing: 'Small' })];
  return promise.dueAt === null ? [] : [timeElement(words.promisedUntil, promise.dueAt)];
}

/** Newest notes that a card shows; with one a colleague says why they passed it on. */
const MOST_NOTES = 3;

function noteElements({ notes }: DeskConversation, words: RoomWords): CardElement[] {
  if (notes.length === 0) return [];
  const shown = notes
    .slice(-MOST_NOTES)
    .flatMap(({ name, text }) => saidElements(shortLine(name), shortLine(text, 400)));
  return [plainElement(words.notes, { weight: 'Bolder' }), ...shown];
}

/** What stands on the card of what was said: everything, or, once somebody had it, what was said before that. */
function saidSoFar({ conversation, thread, words }: HandoffCardParts, most: number): CardElement[] {
  const { messages } = conversation;
  const last = thread.fromId === null ? -1 : messages.findIndex(({ id }) => id === thread.fromId);
  const all = thread.fromId === null ? messages : messages.slice(0, last + 1);
  const shown = all.slice(all.length - Math.min(most, all.length));
  if (shown.length === 0) return [];
  const left = all.length - shown.length;
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        plainElement(words.said, { weight: 'Bolder' }),
        ...(left > 0 ? [plainElement(words.earlier(left), { isSubtle: true }, { spacing: 'Small' })] : []),
        ...shown.flatMap((message) => messageElements(message, words, LONGEST_LINE)),
      ],
    },
  ];
}

/** One line of a conversation; what is longer than `most` is cut. */
export function messageElements(message: DeskMessage, words: RoomWords, most: number): CardElement[] {
  const name = shortLine(message.name) || (message.from === 'bot' ? words.bot : words.nameless);
  if (message.change === 'taken-back') return saidElements(name, words.takenBack);
  const whole = message.tree === null ? message.text : plainText(message.tree, 'nl');
  const text = whole.length > most ? `${whole.slice(0, most)}…` : whole;
  const mark = message.change === 'corrected' ? words.corrected : message.from === 'bot' ? words.bot : null;
  const failed =
    message.delivery === 'failed' ? [plainElement(words.notArrived, { color: 'Attention' })] : [];
  return [
    ...contextElements(message, words),
    ...saidElements(name, text, mark),
    ...fileElements(message, words),
    ...failed,
  ];
}

/** As much of what is quoted as tells what is meant. */
const LONGEST_QUOTATION = 160;

function contextElements({ quoted, cards = [] }: DeskMessage, words: RoomWords): CardElement[] {
  const told = [
    ...(quoted ? [words.quotes(shortLine(quoted.text, LONGEST_QUOTATION))] : []),
    ...cards.slice(0, MOST_FILES).map(({ title }) => words.sentCard(shortLine(title))),
  ];
  return told.map((line) => plainElement(line, { isSubtle: true }, { spacing: 'Small' }));
}

/** Most files of one message that are named. */
const MOST_FILES = 10;

/** The names of files: those of a channel with their address; ours open at the desk, for who is signed in there. */
function fileElements({ files = [] }: DeskMessage, words: RoomWords): CardElement[] {
  return files.slice(0, MOST_FILES).map(({ name, contentType, url }) => {
    const title = shortLine(name) || contentType;
    const address = url === null ? null : safeLink(url);
    if (address === null) return plainElement(words.file(title), { isSubtle: true }, { spacing: 'None' });
    return plainElement(
      title,
      { selectAction: { type: 'Action.OpenUrl', url: address } },
      { spacing: 'None' },
    );
  });
}

function guessElements(guess: BestGuess, language: SpokenLanguage, words: RoomWords): CardElement[] {
  const text = plainText(guess.tree, language).slice(0, LONGEST_GUESS);
  const shown = saidElements(shortLine(guess.question, 200), text);
  return [
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.ToggleVisibility',
          title: words.guess(Math.round(guess.probability * 100)),
          targetElements: ['guess'],
        },
      ],
    },
    { type: 'Container', id: 'guess', isVisible: false, style: 'emphasis', items: shown },
  ];
}

function cannedChoice(canned: readonly CannedAnswer[], words: RoomWords): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'canned',
    label: words.canned,
    placeholder: words.cannedChoose,
    style: 'filtered',
    choices: canned.map(({ id, shortcut, title }) => ({
      title: shortLine(`${title} (/${shortcut})`),
      value: id,
    })),
  };
}

function actionsOf({ conversation, thread, canned, words }: HandoffCardParts): CardElement[] {
  const { entry, bestGuess } = conversation;
  const tap: DeskTap = { conversationId: entry.conversationId, handoffId: thread.handoffId };
  if (entry.state === 'waiting') {
    return [
      executeAction('claim', words.claim, tap, 'positive'),
      ...(entry.offer ? [executeAction('decline', words.decline, tap)] : []),
    ];
  }
  return [
    ...(canned.length > 0 ? [executeAction('canned', words.useCanned, tap)] : []),
    ...(bestGuess ? [executeAction('guess', words.useGuess, tap)] : []),
    executeAction('close', words.close, tap, 'positive'),
    executeAction('give-back', words.giveBack, tap),
    executeAction('transfer', words.passOn, tap),
    ...(entry.awayFrom === null ? [] : [executeAction('take-over', words.takeOver, tap)]),
  ];
}
