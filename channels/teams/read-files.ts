import type { Attachment } from '../../bot/contracts/activities.js';
import { isRecord } from '../../index/platform/is-record.js';
import { isEmojiPicture } from './read-emoji.js';

const FILE = 'application/vnd.microsoft.teams.file.download.info';

/**
 * The files a customer sent. The copy of the words as HTML is none, nor are cards and quoted messages. Of a file its
 * address in SharePoint is kept; the link that opens it without signing in is a secret and ends within minutes. Of a picture
 * in the chat only the name is: its address opens for the bot alone.
 */
export function readFiles(attachments: unknown): Attachment[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: unknown): Attachment[] => {
    if (!isRecord(attachment)) return [];
    const { contentType, contentUrl, name } = attachment;
    if (typeof contentType !== 'string' || typeof contentUrl !== 'string') return [];
    if (/^text\/html|^application\/vnd\.microsoft\.card\./.test(contentType)) return [];
    if (isEmojiPicture(contentUrl)) return [];
    if (contentType.startsWith('image/')) return [pictureOf(contentType, name)];
    return [
      {
        contentType: contentType === FILE ? 'application/octet-stream' : contentType,
        contentUrl,
        ...(typeof name === 'string' ? { name } : {}),
      },
    ];
  });
}

function pictureOf(contentType: string, name: unknown): Attachment {
  const [, ending = ''] = /^image\/(\w+)/.exec(contentType) ?? [];
  const given = typeof name === 'string' ? name.trim() : '';
  return { contentType, name: given || (ending === '' ? 'image' : `image.${ending}`) };
}
