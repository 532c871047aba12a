import { isRecord } from '../../index/platform/is-record.js';
import type { Activity } from '../contracts/activities.js';
import type { Store } from '../store/store.js';
import { unreceivedActivities } from '../store/webchat-store.js';
import { recordIncoming } from './inbox.js';
import { readIncoming } from './incoming-message.js';
import { resolveIncoming } from './resolve-incoming.js';

/**
 * Puts messages into the inbox that the web chat had confirmed but not yet handed on when the program died or the
 * disk was full: the customer saw them as sent, so they must be answered.
 * @param since only conversations in which something happened after it, ISO 8601 in UTC
 * @returns ids of the conversations they belong to
 */
export async function recoverMissed(store: Store, since: string, now: string): Promise<string[]> {
  const rows = await unreceivedActivities(store, since);
  const found = new Set<string>();
  for (const activity of rows) {
    // By the role, which the door gives: a server of the company may post under another id than the conversation's.
    if (activity.type !== 'message' || activity.from?.role !== 'user' || isRefused(activity)) continue;
    const message = await resolveIncoming(store, readIncoming(activity, 'webchat'));
    const received = message && (await recordIncoming(store, message, now));
    if (received) found.add(received.conversation.id);
  }
  return [...found];
}

/** Whether a message stands there without what was said, which the door has told the customer. */
function isRefused({ channelData }: Activity): boolean {
  return isRecord(channelData) && channelData.refusal !== undefined;
}
