import type { ChannelAccount } from '../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';

/** Who says a message, as an account of the Bot Framework protocol. */
export function speakerAccount({ speaker }: OutgoingMessage): ChannelAccount {
  return { id: speaker.kind, name: speaker.name, role: 'bot' };
}
