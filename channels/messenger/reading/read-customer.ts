import { createHash } from 'node:crypto';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { Reading } from '../../../bot/contracts/channels.js';
import type { EventScene } from './event-scene.js';
import { type CustomerAction, cameByOf, messageFieldsOf, readSaid } from './read-said.js';
import { elsewhere } from './read-thread-control.js';

/**
 * What a customer said or did, as activities. Coming in also begins the time in which the page may write anew. While
 * another app has the conversation, the bot is told so before it is given the words: it keeps them and is silent.
 */
export function readCustomer(scene: EventScene): readonly Reading[] {
  const said = readSaid(scene.event);
  if (!said) return [];
  if (said.kind === 'welcome') {
    if (scene.isStandby) return [];
    const welcome: Reading = { kind: 'activity', activity: activityOf(scene, said) };
    const seen: Reading = { kind: 'event', event: { kind: 'seen', of: scene.of, at: scene.at } };
    return said.isContact ? [welcome, seen] : [welcome];
  }
  const activity: Reading = { kind: 'activity', activity: activityOf(scene, said) };
  return scene.isStandby ? [elsewhere(scene), activity] : [activity];
}

function activityOf(scene: EventScene, said: CustomerAction): Activity {
  const customer = { id: scene.customerId, role: 'user' };
  const base = {
    id: idOf(scene, said),
    timestamp: scene.at,
    channelId: scene.of.channelId,
    from: customer,
    recipient: { id: scene.pageId },
    conversation: { id: scene.of.conversationId },
  };
  if (said.kind === 'welcome')
    return { ...base, type: 'conversationUpdate', membersAdded: [customer], ...cameByOf(said) };
  return {
    ...base,
    ...messageFieldsOf(said),
    ...(scene.isStandby ? { channelData: { standby: true } } : {}),
  };
}

/** The id at Meta, else one that is the same each time the same event is delivered. */
function idOf({ event, customerId, at }: EventScene, said: CustomerAction): string {
  const { message, postback } = event;
  const mid = message?.mid ?? postback?.mid;
  if (mid) return mid;
  const content = JSON.stringify([said, postback?.payload]);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return `pb:${customerId}:${Date.parse(at)}:${hash}`;
}
