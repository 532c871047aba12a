import type { Activity } from '../contracts/activities.js';
import type { Speaker } from '../contracts/messages.js';
import type { ConversationReference } from '../conversations/conversation.js';

export interface Address {
  /** Stable id of the message, so that sending it again shows it once. */
  readonly id: string;
  readonly at: string;
  readonly reference: ConversationReference;
  readonly speaker: Speaker;
  /** Activity that is answered; null outside a live turn (clients hide answers to activities they do not know). */
  readonly replyToId: string | null;
}

/** Puts sender, receiver, conversation, id and time on an activity; what the channel's renderer made stays as it is. */
export function addressActivity(activity: Activity, address: Address): Activity {
  const { reference, speaker } = address;
  return {
    ...activity,
    id: address.id,
    timestamp: address.at,
    channelId: reference.channelId,
    ...(reference.serviceUrl === null ? {} : { serviceUrl: reference.serviceUrl }),
    // An agent speaks through the bot's account: channels know no other sender.
    from: { ...activity.from, id: reference.bot.id, name: speaker.name, role: 'bot' },
    recipient: reference.customer,
    conversation: reference.conversation,
    ...(activity.locale === undefined && reference.locale !== null ? { locale: reference.locale } : {}),
    ...(address.replyToId === null ? {} : { replyToId: address.replyToId }),
  };
}
