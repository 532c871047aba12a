import { createHmac } from 'node:crypto';
import type { Request } from '../../server/http.js';
import { addressOf } from '../../server/rate-limit.js';

/** The opaque key of the network that a request comes from. */
export type AddressKeyOf = (request: Request) => string;

/**
 * Makes keys that are the same for the same network and lead back to none without the signing key: what is told of a
 * customer beyond this door is this key, never the address.
 */
export function createAddressKeys(signingKey: string): AddressKeyOf {
  const key = createHmac('sha256', signingKey).update('keys of network addresses').digest();
  return (request) => createHmac('sha256', key).update(addressOf(request)).digest('base64url').slice(0, 22);
}
