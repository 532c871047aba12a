import type { Activity, Attachment } from '../../bot/contracts/activities.js';
import type { FileDownload } from '../../bot/contracts/channels.js';
import { isRecord } from '../../index/platform/is-record.js';
import { isEmojiPicture } from './read-emoji.js';

const FILE = 'application/vnd.microsoft.teams.file.download.info';

/** Domains of SharePoint and OneDrive, whose links Teams gives for files. */
const SHAREPOINT = ['sharepoint.com', 'sharepoint.us'];

/**
 * The files a customer sent. The copy of the words as HTML is none, nor are cards and quoted messages. Of a file its
 * address in SharePoint is kept; the link that opens it without signing in is a secret and ends within minutes. Of a picture
 * in the chat only the name is: its address opens for the bot alone.
 */
export function readFiles(attachments: unknown): Attachment[] {
  return sentFiles(attachments).map(({ attachment }) => attachment);
}

/**
 * The same files, as they can be fetched: pictures in the chat from the Bot Connector, by its token (Bot Connector REST
 * API, "Attachments"); files by the link that Teams gives for some minutes (Teams, "Send and receive files").
 */
export function readDownloads({ type, attachments }: Activity): readonly FileDownload[] {
  if (type !== 'message') return [];
  return sentFiles(attachments).flatMap(({ attachment, url, from }, place) =>
    url === null ? [] : [{ place, url, name: attachment.name ?? '', from }],
  );
}

interface SentFile {
  readonly attachment: Attachment;
  /** Null where it cannot be fetched. */
  readonly url: string | null;
  readonly from: FileDownload['from'];
}

function sentFiles(attachments: unknown): SentFile[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: unknown): SentFile[] => {
    if (!isRecord(attachment)) return [];
    const { contentType, contentUrl, name, content } = attachment;
    if (typeof contentType !== 'string' || typeof contentUrl !== 'string') return [];
    if (/^text\/html|^messageReference$|^application\/vnd\.microsoft\.card\./.test(contentType)) return [];
    if (isEmojiPicture(contentUrl)) return [];
    if (contentType.startsWith('image/'))
      return [{ attachment: pictureOf(contentType, name), url: contentUrl, from: 'connector' }];
    const link = contentType === FILE && isRecord(content) ? content.downloadUrl : null;
    return [
      {
        attachment: {
          contentType: contentType === FILE ? 'application/octet-stream' : contentType,
          contentUrl,
          ...(typeof name === 'string' ? { name } : {}),
        },
        url: typeof link === 'string' ? link : null,
        from: SHAREPOINT,
      },
    ];
  });
}

function pictureOf(contentType: string, name: unknown): Attachment {
  const [, ending = ''] = /^image\/(\w+)/.exec(contentType) ?? [];
  const given = typeof name === 'string' ? name.trim() : '';
  return { contentType, name: given || (ending === '' ? 'image' : `image.${ending}`) };
}
