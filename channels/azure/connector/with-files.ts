import { readFile } from 'node:fs/promises';
import type { Activity, Attachment } from '../../../bot/contracts/activities.js';
import type { Files, OpenFile } from '../../../bot/contracts/files.js';
import { FILES_PATH } from '../../server/files/files-door.js';

/** What a channel of Azure needs to be sent files. */
export interface FileSending {
  readonly files: Pick<Files, 'address' | 'find'>;
  /** Where the channel's servers, and people in Teams, reach us; null where nobody said so. */
  readonly publicUrl: string | null;
}

/** A picture of so many bytes fits inside an activity: Teams takes about 100 kB, and base64 adds a third. */
const MOST_INLINE_BYTES = 60_000;
/** Servers of channels fetch at once what they are sent. */
const FETCHED_WITHIN_MS = 600_000;

/**
 * An activity with its file in the channel's form: in Teams a small picture inside it (a data URI), anything else as a link
 * that lives for an hour; elsewhere an address that lives for minutes, which the channel fetches. Null where the file is gone
 * or nobody could reach it.
 */
export async function withFiles(sending: FileSending, activity: Activity): Promise<Activity | null> {
  const [attachment] = activity.attachments ?? [];
  if (attachment?.fileId === undefined) return activity;
  const { channelId = '', conversation } = activity;
  const found = await sending.files.find(attachment.fileId, {
    channelId,
    conversationId: conversation?.id ?? '',
  });
  if (!found) return null;
  const { attachments: _, ...rest } = activity;
  const { contentType, name, bytes } = found.file;
  if (channelId === 'msteams' && contentType.startsWith('image/') && bytes <= MOST_INLINE_BYTES) {
    const base64 = (await readFile(found.path)).toString('base64');
    return withAttachment(rest, { contentType, name, contentUrl: `data:${contentType};base64,${base64}` });
  }
  const contentUrl = addressOf(sending, found, channelId === 'msteams' ? undefined : FETCHED_WITHIN_MS);
  if (contentUrl === null) return null;
  if (channelId !== 'msteams') return withAttachment(rest, { contentType, name, contentUrl });
  const label = name.replace(/[\\[\]()]/g, ' ');
  const size = `${Math.ceil(bytes / 1_024)} kB`;
  return { ...rest, textFormat: 'markdown', text: `[${label} (${size})](${contentUrl})` };
}

function withAttachment(activity: Activity, attachment: Attachment): Activity {
  return { ...activity, attachments: [attachment] };
}

function addressOf(
  { files, publicUrl }: FileSending,
  { file, of }: OpenFile,
  lifetimeMs?: number,
): string | null {
  if (publicUrl === null) return null;
  return `${publicUrl}${FILES_PATH}/${files.address(file, of, { kind: 'door', door: 'azure' }, lifetimeMs)}`;
}
