import type { ChannelAccount } from '../../../bot/contracts/activities.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import type { IdentifiedActivity } from '../live/incoming-activity.js';

/** What the door itself says, in each language of the bot. */
export type NoticeWords = Readonly<Record<SpokenLanguage, string>>;

/**
 * A message of the bot that this door says by itself, because the bot was not asked: it goes into the conversation of an
 * activity, in the language that the activity names.
 * @param key makes its id; one that was said before is not said again
 */
export function botNotice(
  activity: IdentifiedActivity,
  key: string,
  words: NoticeWords,
  botAccount: ChannelAccount,
): IdentifiedActivity {
  const conversationId = activity.conversation?.id ?? '';
  const language = noticeLanguage(activity.locale);
  return {
    type: 'message',
    id: `${conversationId}|${key}`,
    channelId: 'directline',
    conversation: { id: conversationId },
    from: { ...botAccount, role: 'bot' },
    locale: language,
    text: words[language],
    speak: words[language],
    inputHint: 'acceptingInput',
  };
}

export function noticeLanguage(locale: unknown): SpokenLanguage {
  return typeof locale === 'string' && /^nl\b/i.test(locale) ? 'nl' : 'en';
}
