import { isRecord } from '../../index/platform/is-record.js';

const EMOJI_IMAGE = /<img\b[^>]*itemtype="http:\/\/schema\.skype\.com\/Emoji"[^>]*>/gi;
const LONGEST_HTML = 20_000;
const MOST = 20;

/**
 * The emoji of a message that has them as pictures only, in the copy of its words as HTML (`alt` names each); '' for none.
 * Pure.
 */
export function readEmoji(attachments: unknown): string {
  if (!Array.isArray(attachments)) return '';
  const copies = attachments.flatMap((attachment: unknown) => {
    if (!isRecord(attachment) || !String(attachment.contentType).startsWith('text/html')) return [];
    return typeof attachment.content === 'string' ? [attachment.content.slice(0, LONGEST_HTML)] : [];
  });
  const images = copies.flatMap((html) => html.match(EMOJI_IMAGE) ?? []);
  return images
    .slice(0, MOST)
    .map((image) => /\balt="([^"<>&]{1,20})"/.exec(image)?.[1] ?? '')
    .join('');
}

/** Whether a picture is the drawing of an emoji, which is no file of the customer. */
export function isEmojiPicture(address: string): boolean {
  return /^https:\/\/statics\.teams\.cdn\.office\.net\//i.test(address);
}
