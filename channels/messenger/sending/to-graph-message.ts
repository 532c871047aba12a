import type { Activity } from '../../../bot/contracts/activities.js';
import { metadataOf } from './message-metadata.js';

/** What a renderer for Messenger puts into `channelData`, Facebook's own words (the convention of Bot Framework). */
const OWN_FIELDS = ['attachment', 'quick_replies'] as const;

/**
 * The `message` of the Send API that an activity stands for; pure. Null where it holds nothing that can be sent.
 * @param activity with `text`, `channelData.attachment`, `channelData.quick_replies`; its `id` becomes the metadata
 */
export function toGraphMessage(activity: Activity): Readonly<Record<string, unknown>> | null {
  const { id, text = '', channelData } = activity;
  const own: Readonly<Record<string, unknown>> =
    typeof channelData === 'object' && channelData !== null ? { ...channelData } : {};
  const fields = Object.fromEntries(
    OWN_FIELDS.filter((name) => own[name] !== undefined).map((name) => [name, own[name]]),
  );
  if (text === '' && fields.attachment === undefined) return null;
  return {
    ...(text === '' ? {} : { text }),
    ...fields,
    ...(id === undefined ? {} : { metadata: metadataOf(id) }),
  };
}
