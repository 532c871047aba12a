import type { Activity, Reading } from '../../bot/contracts.js';

/** Event by which a web chat tells that somebody opened it. */
const JOIN = 'webchat/join';

/**
 * What an activity of a channel without a reading of its own means: words are taken as they are, somebody who came in is
 * the one to welcome, and all else (typing, reactions, changes of other people's messages) says nothing. Pure.
 */
export function readPlainly(activity: Activity): readonly Reading[] {
  if (activity.type === 'message') return [{ activity }];
  if (activity.type === 'event') return activity.name === JOIN ? [{ activity }] : [];
  if (activity.type === 'conversationUpdate') return readArrival(activity);
  if (activity.type === 'invoke') return readAction(activity);
  return [];
}

/** The bot is among those who came in, and some channels name it as the sender too. */
function readArrival(activity: Activity): readonly Reading[] {
  const { membersAdded, recipient } = activity;
  if (!Array.isArray(membersAdded)) return [];
  const customer = membersAdded.find((member) => member?.id !== undefined && member.id !== recipient?.id);
  return customer ? [{ activity: { ...activity, from: customer, membersAdded: [customer] } }] : [];
}

/** A tap on Action.Execute of an Adaptive Card (Universal Actions): its `data` is the choice. */
function readAction(activity: Activity): readonly Reading[] {
  if (activity.name !== 'adaptiveCard/action') return [];
  const { action } = Object(activity.value) as { action?: { data?: unknown } };
  const { title, ...value } = Object(action?.data) as Readonly<Record<string, unknown>>;
  if (typeof value.action !== 'string') return [];
  return [
    { activity: { ...activity, type: 'message', text: typeof title === 'string' ? title : '', value } },
  ];
}
