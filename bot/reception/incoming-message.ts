import { isRecord } from '../../index/platform/is-record.js';
import type { Activity, Attachment } from '../contracts/activities.js';
import type { Origin } from '../contracts/channels.js';
import type { CustomerOrigin, Quoted, ShownCard } from '../contracts/customers.js';
import type { ChoiceValue, MessageRating } from '../contracts/messages.js';
import type { ConversationReference } from '../conversations/conversation.js';
import { botErrors } from '../errors.js';
import { cardsIn, customerPageIn, isCard, originIn, quotedIn, textOf } from './context/incoming-context.js';
import { parseChoice, parseRating } from './parse-choice.js';

/** A file a customer sent, as far as the channel told of it. */
export interface IncomingFile {
  readonly name: string;
  readonly contentType: string;
  /** https or http link; null where there is none. */
  readonly url: string | null;
  /** Of a file that we keep; left out for others. */
  readonly id?: string;
  readonly bytes?: number;
}

/** What an incoming message holds beside its text; stored as JSON. */
export interface IncomingDetails {
  readonly value: ChoiceValue | null;
  readonly files: readonly IncomingFile[];
  readonly locale: string | null;
  /** The channel's id of the message that was tapped or answered; null or absent where it does not tell. */
  readonly replyToId?: string | null;
  /** The message that the customer answers to, by our id, or else the words that came along; left out for none. */
  readonly quoted?: { readonly messageId: string } | { readonly text: string };
  /** Products and other cards; left out for none. */
  readonly cards?: readonly ShownCard[];
  /** When the customer took the message back, or changed it last, ISO 8601 in UTC; left out where they did not. */
  readonly takenBackAt?: string;
  readonly correctedAt?: string;
  /** The turn that answered it before it was changed; left out where there was none. */
  readonly correctsTurnId?: string;
}

/** A customer's activity as the inbox takes it. */
export interface IncomingMessage {
  readonly reference: ConversationReference;
  /** '' where the channel does not tell. */
  readonly customerName: string;
  /** Id given by the channel; null where it gives none, and then a repetition cannot be known as one. */
  readonly activityId: string | null;
  /** When it was said by the channel's clock, ISO 8601 in UTC; null where it does not tell. */
  readonly saidAt: string | null;
  /** Whether somebody else answers the customer by the channel's word: it belongs to the transcript, the bot is silent. */
  readonly isOverheard: boolean;
  /** A rating by the channel's own buttons, whose turn is still to be found. */
  readonly rating: MessageRating | null;
  /** The message that is answered to, before it is found; null for none. */
  readonly quoted: Quoted | null;
  /** How the customer came; null where this activity tells nothing of it. */
  readonly cameBy: CustomerOrigin | null;
  readonly text: string;
  readonly details: IncomingDetails;
}

/** Longest text that is kept of one message, in UTF-16 units. */
const LONGEST_TEXT = 10_000;

/**
 * Reads an activity that came from outside: what is missing gets a default, what has the wrong form is left out.
 * @param door where it came through
 * @param origin what the door tells beside the activity
 * @throws ACTIVITY_MALFORMED without channelId, conversation.id or from.id
 */
export function readIncoming(activity: Activity, door: string, origin?: Origin): IncomingMessage {
  const from = activity.from;
  const conversation = activity.conversation;
  if (!textOf(activity.channelId)) throw botErrors.ACTIVITY_MALFORMED({ missing: 'channelId' });
  if (!conversation || !textOf(conversation.id)) {
    throw botErrors.ACTIVITY_MALFORMED({ missing: 'conversation.id' });
  }
  if (!from || !textOf(from.id)) throw botErrors.ACTIVITY_MALFORMED({ missing: 'from.id' });
  const locale = localeOf(activity).slice(0, 35) || null;
  const bot = activity.recipient;
  const page = customerPageIn(activity);
  const cards = cardsIn(activity);
  return {
    reference: {
      door,
      channelId: textOf(activity.channelId),
      serviceUrl: textOf(activity.serviceUrl) || null,
      customer: from,
      bot: bot && textOf(bot.id) ? bot : { id: 'bot' },
      conversation,
      locale,
      ...(origin ? { addressKey: origin.addressKey } : {}),
      ...(page ? { page } : {}),
    },
    customerName: textOf(from.name).trim().slice(0, 100),
    activityId: textOf(activity.id) || null,
    saidAt: timeOf(activity.timestamp),
    isOverheard: !isWrittenByCustomers(activity) && isStandby(activity),
    rating: isWrittenByCustomers(activity) ? null : parseRating(activity.value),
    quoted: quotedIn(activity, isWrittenByCustomers(activity)),
    cameBy: isWrittenByCustomers(activity) ? null : originIn(activity),
    text: textOf(activity.text).slice(0, LONGEST_TEXT),
    details: {
      value: parseChoice(activity.value),
      files: filesOf(activity, door),
      locale,
      replyToId: textOf(activity.replyToId) || null,
      ...(cards.length === 0 ? {} : { cards }),
    },
  };
}

/** Channels whose clients write the whole activity: what it says beside words and choices is the customer's claim, not the channel's word. */
const OF_CUSTOMERS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);

function isWrittenByCustomers({ channelId }: Activity): boolean {
  return OF_CUSTOMERS.has(textOf(channelId));
}

function isStandby({ channelData }: Activity): boolean {
  return isRecord(channelData) && channelData.standby === true;
}

/** What a page says of itself when it opens the chat (`webchat/join`) counts before what its client sends with everything. */
function localeOf({ type, value, locale }: Activity): string {
  const told = type === 'event' && isRecord(value) ? textOf(value.language) || textOf(value.locale) : '';
  return told || textOf(locale);
}

function filesOf(activity: Activity, door: string): IncomingFile[] {
  if (!Array.isArray(activity.attachments)) return [];
  return activity.attachments
    .filter((attachment) => typeof attachment === 'object' && attachment !== null && !isCard(attachment))
    .slice(0, 20)
    .map((attachment) => {
      const url = textOf(attachment.contentUrl);
      return {
        name: textOf(attachment.name).slice(0, 200),
        contentType: textOf(attachment.contentType).slice(0, 100),
        url: /^https?:\/\//i.test(url) ? url.slice(0, 2_000) : null,
        ...(door === KEEPING_DOOR ? keptFile(attachment) : {}),
      };
    });
}

/**
 * The door of our web chat, which takes ids of files from its own uploads alone. What other doors bring is written outside:
 * whoever names a file there would have another's shown.
 */
const KEEPING_DOOR = 'webchat';

function keptFile({ fileId, bytes }: Attachment): Pick<IncomingFile, 'id' | 'bytes'> {
  if (typeof fileId !== 'string' || !/^[\w-]{24}$/.test(fileId)) return {};
  return { id: fileId, ...(typeof bytes === 'number' ? { bytes } : {}) };
}

/** A time as ISO 8601 in UTC; null for what is none. */
function timeOf(value: unknown): string | null {
  const time = value instanceof Date ? value : new Date(textOf(value) || Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
