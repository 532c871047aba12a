import type { ChannelAccount, OutgoingMessage } from '../../bot/contracts.js';

/** Who says a message, as an account of the Bot Framework protocol. */
export function speakerAccount({ speaker }: OutgoingMessage): ChannelAccount {
  return { id: speaker.kind, name: speaker.name, role: 'bot' };
}
