/** Browsers make them small before they send them. */
export const MOST_PICTURE_BYTES = 20_000;
/** Side in pixels: a small file may unfold to one that fills the memory of whoever draws it. */
export const MOST_PICTURE_SIDE = 512;

/** What a picture is by its own bytes. */
export interface PictureKind {
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size of a picture from its content, whatever its sender says: PNG (W3C PNG, IHDR) and JPEG (ITU T.81, frame
 * header); null for anything else. SVG is a document that runs scripts, and is none.
 */
export function pictureKindOf(bytes: Buffer): PictureKind | null {
  return pngKind(bytes) ?? jpegKind(bytes);
}

const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function pngKind(bytes: Buffer): PictureKind | null {
  if (bytes.length < 33 || !bytes.subarray(0, PNG_START.length).equals(PNG_START)) return null;
  return sized('image/png', bytes.readUInt32BE(16), bytes.readUInt32BE(20));
}

/** Walks from segment to segment up to the frame header, which has the size. */
function jpegKind(bytes: Buffer): PictureKind | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let place = 2;
  while (place + 9 <= bytes.length) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized('image/jpeg', bytes.readUInt16BE(place + 7), bytes.readUInt16BE(place + 5));
    const length = bytes.readUInt16BE(place + 2);
    if (length < 2) return null;
    place += 2 + length;
  }
  return null;
}

function sized(contentType: PictureKind['contentType'], width: number, height: number): PictureKind | null {
  return width > 0 && height > 0 ? { contentType, width, height } : null;
}
