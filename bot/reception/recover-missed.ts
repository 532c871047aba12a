import type { Store } from '../store/store.js';
import { unreceivedActivities } from '../store/webchat-store.js';
import { recordIncoming } from './inbox.js';
import { readIncoming } from './incoming-message.js';

/**
 * Puts messages into the inbox that the web chat had confirmed but not yet handed on when the program died or the
 * disk was full: the customer saw them as sent, so they must be answered.
 * @param since only conversations in which something happened after it, ISO 8601 in UTC
 * @returns ids of the conversations they belong to
 */
export async function recoverMissed(store: Store, since: string, now: string): Promise<string[]> {
  const rows = await unreceivedActivities(store, since);
  const found = new Set<string>();
  for (const { activity, userId } of rows) {
    if (activity.type !== 'message' || activity.from?.id !== userId) continue;
    const received = await recordIncoming(store, readIncoming(activity, 'webchat'), now);
    if (received) found.add(received.conversation.id);
  }
  return [...found];
}
