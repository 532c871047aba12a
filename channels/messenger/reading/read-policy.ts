import type { Reading } from '../../../bot/contracts/channels.js';
import { CHANNEL_ID } from './event-scene.js';
import type { MessengerEvent } from './event-schema.js';

/**
 * What Meta does to the page for its content (`policy_enforcement`, told to the page and about no customer): a notice at the
 * desk until something gets through again, or until Meta takes it back. Null for any other event.
 */
export function readPolicy(
  { policy_enforcement: told }: MessengerEvent,
  pageId: string,
): readonly Reading[] | null {
  if (!told) return null;
  const alert = told.action === 'unblock' ? null : 'restricted';
  const of = { channelId: CHANNEL_ID, conversationId: pageId };
  return [{ kind: 'event', event: { kind: 'door-alert', of, door: 'messenger', alert } }];
}
