import type { Activity } from '../../bot/contracts/activities.js';
import { isRecord } from '../../index/platform/is-record.js';
import { mentionsBot, wordsWithoutBot } from '../text/words-without-bot.js';

/**
 * A message that is meant for the bot. In a group these are those that mention it, by the channel's own means or as
 * "@name", and taps on its buttons: what people say to each other is none of its business, and null.
 */
export function messageForBot(activity: Activity): Activity | null {
  if (activity.conversation?.isGroup !== true) return activity;
  const named = withNamedMention(activity);
  if (mentionsBot(named)) return { ...activity, text: wordsWithoutBot(named) };
  return isTap(activity) ? activity : null;
}

/** The bot's name behind an "@", which some channels do not list among the mentions. */
function withNamedMention(activity: Activity): Activity {
  const { recipient, entities = [], text = '' } = activity;
  const name = recipient?.name?.trim() ?? '';
  if (name === '' || typeof text !== 'string') return activity;
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [found] = new RegExp(`(?<![\\p{L}\\p{N}_@])@${pattern}(?![\\p{L}\\p{N}_])`, 'iu').exec(text) ?? [];
  if (found === undefined) return activity;
  const mention = { type: 'mention', text: found, mentioned: recipient };
  return { ...activity, entities: [...(Array.isArray(entities) ? entities : []), mention] };
}

/** Slack posts a tap as the words of its button, with its own event beside it, and so does Telegram. */
function isTap({ value, channelData }: Activity): boolean {
  if (isRecord(value)) return true;
  return isRecord(channelData) && (isRecord(channelData.Payload) || isRecord(channelData.callback_query));
}
