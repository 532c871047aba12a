import type { Arrival, IdentifiedActivity } from '../live/incoming-activity.js';
import { randomId } from '../tokens.js';

/**
 * What the bot is told when a conversation starts: itself and the customer came in. Never shown to clients.
 * @param locale language of the customer's page where the client told it
 */
export function conversationUpdate(arrival: Arrival, locale: string | null): IdentifiedActivity {
  const { sender, botAccount } = arrival;
  const customer = {
    id: sender.userId,
    role: 'user',
    ...(sender.userName === null ? {} : { name: sender.userName }),
  };
  return {
    type: 'conversationUpdate',
    id: `${sender.conversationId}|${randomId()}`,
    channelId: 'directline',
    serviceUrl: arrival.serviceUrl,
    conversation: { id: sender.conversationId },
    from: customer,
    recipient: botAccount,
    membersAdded: [botAccount, customer],
    ...(locale === null ? {} : { locale }),
  };
}
