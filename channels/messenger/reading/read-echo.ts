import type { Reading } from '../../../bot/contracts/channels.js';
import { activityIdFrom } from '../sending/message-metadata.js';
import type { EventScene } from './event-scene.js';
import type { MessengerAttachment, MessengerEvent } from './event-schema.js';
import { readAnsweredElsewhere } from './read-answered-elsewhere.js';
import { readAttachments } from './read-attachments.js';

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
  const isAutomatic = message.app_id != null && (scene.automationApps ?? []).includes(message.app_id);
  const text = wordsOf(message) || null;
  return [
    readAnsweredElsewhere(scene, {
      activityId: message.mid ?? null,
      text,
      ...(isAutomatic ? { isAutomatic } : {}),
    }),
  ];
}

/** What stands on the cards and buttons of a template, line by line. */
function templateWords({ type, title, payload }: MessengerAttachment): string[] {
  if (type !== 'template') return [];
  const cards = (payload?.elements ?? []).flatMap((card) => [card?.title, card?.subtitle]);
  const lines = [payload?.text, ...cards].filter((line) => line !== undefined && line !== '');
  return lines.length > 0 ? lines.map(String) : [title ?? type];
}

/** What was written, then each picture and file on a line of its own, as the desk shows those of customers. */
function wordsOf({ text = '', attachments = [] }: NonNullable<MessengerEvent['message']>): string {
  const attached = readAttachments(attachments.filter((one) => one?.type !== 'template'));
  const files = attached.attachments.map(({ name, contentUrl }) =>
    [name, contentUrl].filter(Boolean).join(' '),
  );
  const cards = attachments.flatMap((one) => (one ? templateWords(one) : []));
  return [text || attached.text, ...cards, ...files].filter((line) => line !== '').join('\n');
}
