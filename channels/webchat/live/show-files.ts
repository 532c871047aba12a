import type { Activity, Attachment } from '../../../bot/contracts/activities.js';
import type { Files } from '../../../bot/contracts/files.js';
import { FILES_PATH } from '../../server/files/files-door.js';

/** Gives an activity the addresses of its files, for the customer who reads it now. Stored activities have none. */
export type ShowFiles = (activity: Activity, conversationId: string, base: string) => Activity;

/** Conversations of this server, as files know them. */
export const OUR_CHANNEL = 'directline';

export function createShowFiles(files: Pick<Files, 'address'>): ShowFiles {
  return (activity, conversationId, base) => {
    const { attachments } = activity;
    if (!hasFiles(activity) || !attachments) return activity;
    const of = { channelId: OUR_CHANNEL, conversationId };
    const show = (attachment: Attachment): Attachment => {
      const { fileId, name = 'file' } = attachment;
      if (typeof fileId !== 'string') return attachment;
      const address = files.address({ id: fileId, name }, of, { kind: 'customer' });
      const contentUrl = `${base}${FILES_PATH}/${address}`;
      const thumbnail = attachment.contentType.startsWith('image/') ? { thumbnailUrl: contentUrl } : {};
      return { ...attachment, contentUrl, ...thumbnail };
    };
    return { ...activity, attachments: attachments.map(show) };
  };
}

/** Whether a reading needs addresses. */
export function hasFiles({ attachments }: Activity): boolean {
  return (
    Array.isArray(attachments) && attachments.some((attachment) => typeof attachment?.fileId === 'string')
  );
}
