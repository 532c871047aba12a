import type { Activity } from '../../bot/contracts/activities.js';
import type { Reading } from '../../bot/contracts/channels.js';
import { messageForBot } from './message-for-bot.js';

/** Event by which a web chat tells that somebody opened it. */
const JOIN = 'webchat/join';

/** What Telegram sends for the button by which a chat with a bot begins; a link to the bot may put a word behind it. */
const TELEGRAM_START = /^\/start(?![^\s@])/i;

/**
 * What an activity of a channel without a reading of its own means: words are taken as they are, in a group those that
 * mention the bot, without the mention; what is taken back or changed is told on; somebody who came in is the one to welcome;
 * that they type is told on outside of groups; and all else (reactions) says nothing. Pure.
 */
export function readPlainly(activity: Activity): readonly Reading[] {
  if (activity.type === 'message') return readMessage(activity);
  if (activity.type === 'typing') return isTypedToBot(activity) ? [{ kind: 'activity', activity }] : [];
  if (activity.type === 'messageDelete') return [{ kind: 'activity', activity }];
  if (activity.type === 'messageUpdate') return readUpdate(activity);
  if (activity.type === 'event') return activity.name === JOIN ? [{ kind: 'activity', activity }] : [];
  if (activity.type === 'conversationUpdate') return readArrival(activity);
  if (activity.type === 'invoke') return readAction(activity);
  return [];
}

/** In a group whoever types may talk to somebody else; and some channels echo the bot's own typing. */
function isTypedToBot({ from, recipient, conversation }: Activity): boolean {
  return from?.id !== undefined && from.id !== recipient?.id && conversation?.isGroup !== true;
}

function readMessage(activity: Activity): readonly Reading[] {
  const message = messageForBot(activity);
  if (!message) return [];
  const { text = '', ...rest } = message;
  const isStart = message.channelId === 'telegram' && message.from && TELEGRAM_START.test(text);
  if (!isStart) return [{ kind: 'activity', activity: message }];
  return [
    { kind: 'activity', activity: { ...rest, type: 'conversationUpdate', membersAdded: [message.from] } },
  ];
}

function readUpdate(activity: Activity): readonly Reading[] {
  const message = messageForBot(activity);
  return message ? [{ kind: 'activity', activity: message }] : [];
}

/** The bot is among those who came in, and some channels name it as the sender too. */
function readArrival(activity: Activity): readonly Reading[] {
  const { membersAdded, recipient } = activity;
  if (!Array.isArray(membersAdded)) return [];
  const customer = membersAdded.find((member) => member?.id !== undefined && member.id !== recipient?.id);
  return customer
    ? [{ kind: 'activity', activity: { ...activity, from: customer, membersAdded: [customer] } }]
    : [];
}

/** A tap on Action.Execute of an Adaptive Card (Universal Actions): its `data` is the choice. */
function readAction(activity: Activity): readonly Reading[] {
  if (activity.name !== 'adaptiveCard/action') return [];
  const { action } = Object(activity.value) as { action?: { data?: unknown } };
  const { title, ...value } = Object(action?.data) as Readonly<Record<string, unknown>>;
  if (typeof value.action !== 'string') return [];
  return [
    {
      kind: 'activity',
      activity: { ...activity, type: 'message', text: typeof title === 'string' ? title : '', value },
    },
  ];
}
