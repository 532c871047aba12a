import type { Activity, ChannelAccount } from '../../bot/contracts/activities.js';
import type { ChannelEvent, Reading } from '../../bot/contracts/channels.js';
import { isRecord } from '../../index/platform/is-record.js';
import { mentionsBot, wordsWithoutBot } from '../text/words-without-bot.js';
import { readEmoji } from './read-emoji.js';
import { readFiles } from './read-files.js';
import { readQuoted, wordsBehindQuotation } from './read-quoted.js';
import { readRating, readTap } from './read-tap.js';

/**
 * Brings an activity of Teams into the plain form that the bot takes: what was said without the mention of the bot, a tap
 * with its title as text, thumbs as a rating, the arrival of the bot as one welcome, its removal as a note. What says
 * nothing (typing in a group) gives nothing.
 */
export function readActivity(activity: Activity): readonly Reading[] {
  if (isOfBot(activity)) return [];
  switch (activity.type) {
    case 'message':
      if (!isForBot(activity)) return [];
      return [{ kind: 'activity', activity: messageOf(activity) }];
    case 'messageUpdate':
      return readUpdate(activity);
    case 'typing':
      return isPersonal(activity) ? [{ kind: 'activity', activity }] : [];
    case 'messageDelete':
      return [{ kind: 'activity', activity }];
    case 'invoke':
      return readInvoke(activity);
    case 'conversationUpdate':
      return readMembers(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'event':
      return readReceipt(activity);
    case 'messageReaction':
      return readReactions(activity);
    default:
      return [];
  }
}

/**
 * With a permission to read all of a chat, an app is given everything that people say to each other there; of that only what
 * mentions the bot, and taps on its cards, are meant for it.
 */
function isForBot(activity: Activity): boolean {
  const type = conversationType(activity);
  const isGroup = activity.conversation?.isGroup === true || type === 'channel' || type === 'groupChat';
  return !isGroup || mentionsBot(activity) || readTap(activity.value) !== null;
}

function messageOf(activity: Activity): Activity {
  const tap = readTap(activity.value);
  const own = isPersonal(activity) ? wordsBehindQuotation(activity) : null;
  const words = own ?? (wordsWithoutBot(activity) || readEmoji(activity.attachments));
  const quoted = readQuoted(activity, isPersonal(activity));
  return {
    ...withLocale(activity),
    text: words === '' ? (tap?.title ?? '') : words,
    ...(tap ? { value: tap.value } : {}),
    ...(quoted ? { quoted } : {}),
    attachments: readFiles(activity.attachments),
  };
}

/**
 * A message that its customer changed, or took back: some clients tell that by `messageUpdate` with `softDeleteMessage` as
 * well. What was taken back and stands again (`undeleteMessage`) is heard as if it were new.
 */
function readUpdate(activity: Activity): Reading[] {
  const { channelData } = activity;
  const eventType = isRecord(channelData) ? channelData.eventType : undefined;
  if (eventType === 'softDeleteMessage')
    return [{ kind: 'activity', activity: { ...activity, type: 'messageDelete' } }];
  if (!isForBot(activity)) return [];
  if (eventType === 'undeleteMessage') {
    // Under its id it would be known as one that came in before.
    const { id: _, ...rest } = messageOf(activity);
    return [{ kind: 'activity', activity: { ...rest, type: 'message' } }];
  }
  return [{ kind: 'activity', activity: { ...messageOf(activity), type: 'messageUpdate' } }];
}

function readInvoke(activity: Activity): Reading[] {
  const tap =
    activity.name === 'message/submitAction'
      ? readRating(activity)
      : activity.name === 'adaptiveCard/action' && isRecord(activity.value)
        ? readTap(isRecord(activity.value.action) ? activity.value.action.data : null)
        : null;
  if (!tap) return [];
  const { name: _, ...rest } = withLocale(activity);
  return [{ kind: 'activity', activity: { ...rest, type: 'message', text: tap.title, value: tap.value } }];
}

/** The bot came in, or, in a personal chat, somebody did. */
function readMembers(activity: Activity): Reading[] {
  const botId = activity.recipient?.id;
  const removed = accountsIn(activity.membersRemoved);
  if (removed.some(({ id }) => id === botId)) return unreachable(activity);
  const added = accountsIn(activity.membersAdded);
  const isNews = added.some(({ id }) => id === botId) || (isPersonal(activity) && added.length > 0);
  return isNews ? welcome(activity) : [];
}

/** Teams tells an installation twice, by this and by `conversationUpdate`: the bot welcomes once. */
function readInstallation(activity: Activity): Reading[] {
  if (activity.action === 'add') return welcome(activity);
  return activity.action === 'remove' ? unreachable(activity) : [];
}

/**
 * A welcome in a channel would begin a thread that nobody asked for, in front of the whole team; there the first answer
 * introduces the bot.
 */
function welcome(activity: Activity): Reading[] {
  const { from } = activity;
  if (!from || conversationType(activity) === 'channel') return [];
  const { action: _, ...rest } = withLocale(activity);
  return [{ kind: 'activity', activity: { ...rest, type: 'conversationUpdate', membersAdded: [from] } }];
}

function unreachable(activity: Activity): Reading[] {
  const of = conversationOf(activity);
  return of ? [{ kind: 'event', event: { kind: 'unreachable', of } }] : [];
}

/** Teams names the message read last; whoever read it at that moment had everything sent before on the screen. */
function readReceipt(activity: Activity): Reading[] {
  const of = conversationOf(activity);
  if (!of || activity.name !== 'application/vnd.microsoft.readReceipt') return [];
  const readAt = Date.parse(String(activity.timestamp ?? ''));
  // Ids of messages are milliseconds since 1970.
  const lastId = isRecord(activity.value) ? Number(activity.value.lastReadMessageId) : Number.NaN;
  const until = Number.isFinite(readAt) ? readAt : lastId;
  const isTime = until > 1_000_000_000_000 && until < 10_000_000_000_000;
  return isTime ? [{ kind: 'event', event: { kind: 'read', of, until: new Date(until).toISOString() } }] : [];
}

/**
 * Reactions on a message of ours, which `replyToId` names (Teams, "Receive reaction events"); in a chat with one person alone,
 * because among several it is not known whose question was answered.
 */
function readReactions(activity: Activity): Reading[] {
  const of = conversationOf(activity);
  const { replyToId, reactionsAdded, reactionsRemoved } = activity;
  if (!of || typeof replyToId !== 'string' || !isPersonal(activity)) return [];
  const added = typesIn(reactionsAdded);
  if (added.length + typesIn(reactionsRemoved).length === 0) return [];
  const isHelpful = added.some((type) => HELPED.test(type))
    ? true
    : added.some((type) => DID_NOT_HELP.test(type))
      ? false
      : null;
  return [{ kind: 'event', event: { kind: 'reacted', of, activityId: replyToId, isHelpful } }];
}

/** Names of reactions, and codes of emoji such as `1f44d_thumbsup`. */
const HELPED = /^(?:like|heart|yes|1f44d|2764)/;
const DID_NOT_HELP = /^(?:angry|no$|1f44e|1f620|1f621)/;

function typesIn(reactions: unknown): string[] {
  if (!Array.isArray(reactions)) return [];
  return reactions.flatMap((reaction: unknown) =>
    isRecord(reaction) && typeof reaction.type === 'string' ? [reaction.type] : [],
  );
}

function conversationOf({ channelId, conversation }: Activity): ChannelEvent['of'] | null {
  return channelId && conversation?.id ? { channelId, conversationId: conversation.id } : null;
}

function isOfBot({ from, recipient }: Activity): boolean {
  return from !== undefined && from.id === recipient?.id;
}

function isPersonal(activity: Activity): boolean {
  const type = conversationType(activity);
  return type === 'personal' || type === undefined;
}

function conversationType({ conversation }: Activity): unknown {
  return conversation?.conversationType;
}

function accountsIn(value: unknown): ChannelAccount[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is ChannelAccount => isRecord(entry) && typeof entry.id === 'string')
    : [];
}

/** The language of the customer's app stands in an entity where the activity itself does not tell. */
function withLocale(activity: Activity): Activity {
  if (typeof activity.locale === 'string') return activity;
  const client = Array.isArray(activity.entities)
    ? activity.entities.find((entity) => isRecord(entity) && entity.type === 'clientInfo')
    : undefined;
  const locale = isRecord(client) ? client.locale : undefined;
  return typeof locale === 'string' ? { ...activity, locale } : activity;
}
