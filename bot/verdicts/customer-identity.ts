import type { ConversationReference } from '../conversations/conversation.js';
import type { CustomerIdentity } from './verdict-recorder.js';

/** Channels in which anybody can be as many users as they like; the others make it dear to be a second one. */
const ANYBODY: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);

/**
 * Who a customer is to those who weigh what they say. Where the channel tells no network address the user is the address;
 * where users are free, and a message came without its address (taken up after a crash), nothing is known of it.
 */
export function customerIdentity({
  channelId,
  customer,
  addressKey,
}: ConversationReference): CustomerIdentity {
  const byUser = ANYBODY.has(channelId) ? null : customer.id;
  // No channel brings an identity yet that the company signed.
  return {
    kind: 'customer',
    channelId,
    customerId: customer.id,
    isIdentified: false,
    address: addressKey ?? byUser,
  };
}
