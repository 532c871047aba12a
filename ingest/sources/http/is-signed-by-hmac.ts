import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a signature is the HMAC-SHA256 of these bytes, compared in constant time; never with an empty secret.
 * @param signature as bytes, decoded from what the header says
 */
export function isSignedByHmac(
  secret: string,
  signed: readonly (Buffer | string)[],
  signature: Buffer,
): boolean {
  if (secret === '') return false;
  const hmac = createHmac('sha256', secret);
  for (const part of signed) hmac.update(part);
  const expected = hmac.digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}
