import { scryptSync } from 'node:crypto';

/** How much work a password hash is. Memory is 128 · N · r bytes. */
export interface HashCost {
  /** Base-2 logarithm of N. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** What a key is derived from. */
export interface KeyRequest {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly cost: HashCost;
}

const KEY_BYTES = 32;

/** Derives a key of 32 bytes from a password by scrypt (RFC 7914). It takes a tenth of a second on purpose. */
export function deriveKey({ password, salt, cost }: KeyRequest): Uint8Array {
  const { logN, r, p } = cost;
  const N = 2 ** logN;
  // The same letters typed on another keyboard may be other code points (NIST SP 800-63B, 5.1.1.2).
  return scryptSync(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}
