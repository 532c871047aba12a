import type { Attachment } from '../../../bot/contracts/activities.js';
import type { MessengerAttachment } from './event-schema.js';

/** What a customer sent beside words: the words that it stands for, and the files. */
interface AttachedThings {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** The thumb of the composer, small, medium and large. */
const LIKE_STICKERS = ['369239263222822', '369239343214814', '369239383222810'];

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  image: 'image/*',
  audio: 'audio/*',
  video: 'video/*',
  reel: 'video/*',
  ig_reel: 'video/*',
  post: 'text/html',
  ig_post: 'text/html',
  location: 'application/geo+json',
};

/**
 * Reads attachments: the thumb as 👍, a shared link as its title and address, everything else as a file. Until August
 * 2026 a sticker came as an `image` as well; it counts once. By its content type the bot knows that it is no document.
 */
export function readAttachments(given: readonly (MessengerAttachment | null)[]): AttachedThings {
  const things = given.filter((thing) => thing !== null);
  const words = new Set(things.map(wordsOf).filter((text) => text !== ''));
  const files = things.filter((thing) => !standsForWords(thing));
  const stickers = new Set<string>();
  const attachments = files.filter((file) => {
    const sticker = file.payload?.sticker_id;
    if (sticker === undefined) return true;
    const isNew = !stickers.has(sticker);
    stickers.add(sticker);
    return isNew;
  });
  return { text: [...words].join('\n'), attachments: attachments.flatMap(toAttachments) };
}

function standsForWords(thing: MessengerAttachment): boolean {
  return thing.type === 'fallback' || LIKE_STICKERS.includes(thing.payload?.sticker_id ?? '');
}

function wordsOf(thing: MessengerAttachment): string {
  if (!standsForWords(thing)) return '';
  if (thing.type !== 'fallback') return '👍';
  const title = thing.title ?? thing.payload?.title ?? '';
  const url = thing.url ?? thing.payload?.url ?? '';
  return title === url ? url : `${title} ${url}`.trim();
}

/** Products as the cards that they are: what a product is called is no word of the customer, nor is it a file. */
function toAttachments(thing: MessengerAttachment): Attachment[] {
  const products = (thing.payload?.product?.elements ?? []).filter((product) => product !== null);
  const named = products.filter(({ title = '', id }) => title !== '' || id);
  if (named.length === 0) return [toAttachment(thing)];
  return named.map(({ id, title, subtitle = '' }) => ({
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: title || `${id}`, subtitle },
  }));
}

function toAttachment(thing: MessengerAttachment): Attachment {
  const url = addressOf(thing);
  const isSticker = thing.type === 'sticker' || thing.payload?.sticker_id !== undefined;
  const name = isSticker ? 'sticker' : (thing.title ?? thing.payload?.title ?? fileNameIn(url) ?? thing.type);
  return {
    contentType: isSticker ? 'image/sticker' : contentTypeOf(thing.type),
    name,
    ...(url === null ? {} : { contentUrl: url }),
  };
}

/** A type that Meta does not name is some file; names that every object has are none of ours. */
function contentTypeOf(type: string): string {
  const known = Object.hasOwn(CONTENT_TYPES, type) ? CONTENT_TYPES[type] : undefined;
  return known ?? 'application/octet-stream';
}

/** A place without an address of its own is shown on a map that anybody can open. */
function addressOf(thing: MessengerAttachment): string | null {
  const url = thing.payload?.url ?? thing.url;
  if (url !== undefined && /^https?:\/\//i.test(url)) return url;
  const place = thing.payload?.coordinates;
  if (!place) return null;
  return `https://www.openstreetmap.org/?mlat=${place.lat}&mlon=${place.long}`;
}

function fileNameIn(url: string | null): string | null {
  const name = /\/([\w.~-]+\.\w{1,8})(?:[?#]|$)/.exec(url ?? '')?.[1];
  return name ?? null;
}
