import { randomUUID } from 'node:crypto';
import { type Clock, delay } from '../../index/platform/clock.js';
import type { Activity } from '../contracts/activities.js';
import type { SendFacts } from '../contracts/channels.js';
import type { IncomingActivity } from './incoming-activity.js';

/** How long an answer waits for the sign that the bot types. */
const LONGEST_TYPING_MS = 2_000;

/** Shows the customer of an activity that the bot types. Never throws, and resolves after two seconds at the latest. */
export async function showTyping({ activity, transport }: IncomingActivity, clock: Clock): Promise<void> {
  const facts: SendFacts = {
    speaker: { kind: 'bot', name: '' },
    customerWroteAt: clock.now().toISOString(),
  };
  const isOver = new AbortController();
  // A channel that cannot show it loses nothing.
  const sending = transport.send(typingAfter(activity), facts).catch(() => {});
  // An answer must not wait for it on a slow line.
  await Promise.race([sending, delay(LONGEST_TYPING_MS, isOver.signal)]);
  isOver.abort();
}

function typingAfter(activity: Activity): Activity {
  return {
    type: 'typing',
    id: randomUUID(),
    ...(activity.channelId === undefined ? {} : { channelId: activity.channelId }),
    ...(activity.serviceUrl === undefined ? {} : { serviceUrl: activity.serviceUrl }),
    ...(activity.recipient === undefined ? {} : { from: activity.recipient }),
    ...(activity.from === undefined ? {} : { recipient: activity.from }),
    ...(activity.conversation === undefined ? {} : { conversation: activity.conversation }),
  };
}
