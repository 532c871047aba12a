import type { Activity, Attachment } from '../../bot/contracts/activities.js';
import type { MessageFile } from '../../bot/contracts/message-file.js';
import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { speakerAccount } from './speaker-account.js';

/** Each file of a message as an activity of its own, behind the words; the transport gives it bytes or an address. */
export function fileActivities(message: OutgoingMessage): Activity[] {
  return (message.files ?? []).map((file) => ({
    type: 'message',
    from: speakerAccount(message),
    locale: message.language,
    attachments: [fileAttachment(file)],
  }));
}

/** A file of ours as an activity names it: without an address, which is made for each reader and reading. */
export function fileAttachment({ id, name, contentType, bytes }: MessageFile): Attachment {
  return { contentType, name, fileId: id, bytes };
}
