import type { ChannelAccount } from '../../../bot/contracts/activities.js';
import type { WebchatRoom } from '../../../bot/contracts/webchat.js';
import type { IdentifiedActivity } from '../live/incoming-activity.js';
import { botNotice, type NoticeWords } from './bot-notice.js';

/**
 * How much a conversation may hold for a customer to say more in it: some 400 answers with everything around them, or an
 * afternoon of chatting with a person. What the bot and people of the company say always fits in.
 */
export const CUSTOMER_ROOM: WebchatRoom = { activities: 5_000, bytes: 4 * 1_024 * 1_024 };

const WORDS: NoticeWords = {
  nl: 'Dit gesprek is te lang geworden om erin verder te gaan. Begin een nieuw gesprek; wat u hier zei, blijft voorlopig te lezen.',
  en: 'This conversation has become too long to go on in. Please start a new one; what you said here can still be read for a while.',
};

/**
 * What is shown, once, in a conversation that takes no more: clients that are not ours only say that a message could not
 * be sent. It has one id, so that it is stored once.
 */
export function conversationFull(
  activity: IdentifiedActivity,
  botAccount: ChannelAccount,
): IdentifiedActivity {
  return botNotice(activity, 'full', WORDS, botAccount);
}
