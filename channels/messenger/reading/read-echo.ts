import type { Reading } from '../../../bot/contracts/channels.js';
import { activityIdFrom } from '../sending/message-metadata.js';
import type { EventScene } from './event-scene.js';
import { readAnsweredElsewhere } from './read-answered-elsewhere.js';

/**
 * The echo of a message that the page sent. One of ours has arrived. One that neither this program nor another server of
 * its app sent is somebody of the company, writing in the inbox of the page.
 */
export function readEcho(scene: EventScene): readonly Reading[] {
  const { event, of, appId } = scene;
  const { message } = event;
  if (!message?.is_echo || message.is_deleted) return [];
  const messageId = activityIdFrom(message.metadata);
  if (messageId !== null) {
    return message.mid
      ? [{ kind: 'event', event: { kind: 'arrived', of, messageId, activityId: message.mid } }]
      : [];
  }
  if (appId !== null && message.app_id === appId) return [];
  return [readAnsweredElsewhere(scene, { activityId: message.mid ?? null, text: message.text || null })];
}
