import type { Activity } from '../../bot/contracts/activities.js';
import type { SendFacts } from '../../bot/contracts/channels.js';

/** Meta takes whatever answers a customer for so long (Messenger Platform policy, "standard messaging window"). */
const STANDARD_WINDOW_MS = 24 * 3_600_000;

/**
 * A message of an agent that goes to Messenger later than 24 hours after the customer wrote, declared as one of a person;
 * every other activity as it is. Azure passes `channelData` on to the Send API. How long the tag holds (7 days), and whether
 * Meta approved it for the page, is left to Meta. Pure.
 */
export function withLateReplyTag(activity: Activity, facts: SendFacts, now: Date): Activity {
  const { type, channelId, channelData } = activity;
  if (channelId !== 'facebook' || type !== 'message' || facts.speaker.kind !== 'agent') return activity;
  const wroteAt = Date.parse(facts.customerWroteAt ?? '');
  if (Number.isNaN(wroteAt) || now.getTime() < wroteAt + STANDARD_WINDOW_MS) return activity;
  const given = typeof channelData === 'object' ? channelData : {};
  return { ...activity, channelData: { ...given, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } };
}
