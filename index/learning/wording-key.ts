import { createHash } from 'node:crypto';

/** A wording without what does not change what is asked: case, punctuation, spaces. Two with one key are the same. */
export function wordingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Id of a wording of an item, short enough to type.
 * @param key as `wordingKey` gives it
 */
export function wordingId(itemId: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([itemId, key]))
    .digest('hex')
    .slice(0, 10);
}
