import type { Activity } from '../../../bot/contracts/activities.js';
import type { Reading } from '../../../bot/contracts/channels.js';
import { safelyParsed } from '../../../index/platform/forms/safely-parsed.js';
import { eventSchema } from './event-schema.js';
import { readReaction } from './read-reaction.js';
import { type CustomerAction, cameByOf, messageFieldsOf, readSaid } from './read-said.js';

/**
 * Brings an activity of Messenger that came through Azure Bot Service into the plain form. Azure puts Meta's own event into
 * `channelData` and gives the payload of a button as `text`; here the event itself is read, as at our own webhook.
 * Echoes, deliveries and the like, which say nothing for the customer, are left out. Pure.
 */
export function readActivity(activity: Activity): readonly Reading[] {
  const event = safelyParsed(eventSchema, activity.channelData).data;
  if (!event) return [{ kind: 'activity', activity }];
  const said = readSaid(event);
  if (said) return [{ kind: 'activity', activity: saysNothing(said) ? activity : withSaid(activity, said) }];
  const { channelId, conversation } = activity;
  if (event.reaction && channelId && conversation)
    return readReaction(event, { channelId, conversationId: conversation.id });
  const { message, message_edit, delivery, read, reaction, pass_thread_control, take_thread_control } = event;
  const parts = [message, message_edit, delivery, read, reaction, pass_thread_control, take_thread_control];
  return parts.every((part) => part === undefined) ? [{ kind: 'activity', activity }] : [];
}

/** What Azure made of an event that is not understood here is better than nothing. */
function saysNothing(said: CustomerAction): boolean {
  return said.kind === 'message' && said.text === '' && said.value === null && said.attachments.length === 0;
}

function withSaid(activity: Activity, said: CustomerAction): Activity {
  const { text: _text, value: _value, attachments: _attachments, ...base } = activity;
  if (said.kind === 'welcome') {
    const customer = activity.from ? [activity.from] : [];
    return { ...base, type: 'conversationUpdate', membersAdded: customer, ...cameByOf(said) };
  }
  return { ...base, ...messageFieldsOf(said) };
}
