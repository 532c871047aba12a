import { openAsBlob } from 'node:fs';
import type { Activity, Attachment } from '../../../bot/contracts/activities.js';
import type { Files } from '../../../bot/contracts/files.js';
import { metadataOf } from './message-metadata.js';

/** The file of ours that an activity stands for; null where it has none. */
export function fileOf({ attachments }: Activity): (Attachment & { readonly fileId: string }) | null {
  const [first] = attachments ?? [];
  return first?.fileId === undefined ? null : { ...first, fileId: first.fileId };
}

/**
 * A message with a file as the Send API takes it with its bytes (Messenger Platform, "Send a message", upload from a file): a
 * multipart form, every other field as JSON, the bytes as `filedata`. No address of ours is told to Meta.
 * @param fields recipient, messaging type and the like
 * @returns null where the file is gone
 */
export async function fileForm(
  files: Pick<Files, 'find'>,
  activity: Activity,
  fields: Readonly<Record<string, unknown>>,
): Promise<FormData | null> {
  const attachment = fileOf(activity);
  const of = { channelId: activity.channelId ?? '', conversationId: activity.conversation?.id ?? '' };
  const found = attachment && (await files.find(attachment.fileId, of));
  if (!found) return null;
  const { contentType, name } = found.file;
  const message = {
    attachment: {
      type: contentType.startsWith('image/') ? 'image' : 'file',
      payload: { is_reusable: false },
    },
    ...(activity.id === undefined ? {} : { metadata: metadataOf(activity.id) }),
  };
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...fields, message })) {
    form.append(field, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.append('filedata', await openAsBlob(found.path, { type: contentType }), name);
  return form;
}
