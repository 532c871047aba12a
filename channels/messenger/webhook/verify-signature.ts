import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a body was signed with the app secret (Meta, "Validate payloads"): `X-Hub-Signature-256` is `sha256=` and the
 * HMAC-SHA256 of the bytes as they came, in hexadecimal. Meta signs its escaped form of the text, so the bytes must not be
 * read and written anew before. Compared in constant time; never true without a secret.
 */
export function isSignedBy(appSecret: string, body: Buffer, header: string | undefined): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (appSecret === '' || hex === undefined) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac('sha256', appSecret).update(body).digest());
}

/** Whether two texts are the same, without telling by the time it takes how far they are. */
export function isSameSecret(given: string, expected: string): boolean {
  return expected !== '' && timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
