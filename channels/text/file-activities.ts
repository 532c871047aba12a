import type { Activity } from '../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { speakerAccount } from './speaker-account.js';

/** Each file of a message as an activity of its own, behind the words; the transport gives it bytes or an address. */
export function fileActivities(message: OutgoingMessage): Activity[] {
  return (message.files ?? []).map(({ id, name, contentType, bytes }) => ({
    type: 'message',
    from: speakerAccount(message),
    locale: message.language,
    attachments: [{ contentType, name, fileId: id, bytes }],
  }));
}
