import type { Activity } from '../../../bot/contracts/activities.js';
import type { FileDownload } from '../../../bot/contracts/channels.js';

/** Where Meta keeps what customers send; its addresses open without a token and end after some days. */
const META_DOMAINS = ['fbcdn.net', 'fbsbx.com'];

/** Kinds that are a gesture, a place or a page, and those that are never kept. */
const NOT_FETCHED = /^(?:image\/sticker|text\/html|audio\/|video\/|application\/geo\+json)/;

/** The files of a message in the plain form that can be fetched from Meta. Pure. */
export function metaDownloads({ attachments }: Activity): readonly FileDownload[] {
  return (attachments ?? []).flatMap(({ contentType, contentUrl, name = '' }, place) =>
    contentUrl === undefined || NOT_FETCHED.test(contentType)
      ? []
      : [{ place, url: contentUrl, name, from: META_DOMAINS }],
  );
}
