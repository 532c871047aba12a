import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer>;

/** How much work a password hash is. Memory is 128 · N · r bytes. */
export interface HashCost {
  /** Base-2 logarithm of N. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** scrypt with N = 2^15, r = 8, p = 3 (32 MiB): one of the settings OWASP's Password Storage Cheat Sheet counts as equal. */
export const STANDARD_COST: HashCost = { logN: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes a password as `scrypt$logN$r$p$salt$hash`, so that the cost can be raised later without a migration. */
export async function hashPassword(password: string, cost: HashCost = STANDARD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return write(cost, salt, await deriveHash(password, salt, cost));
}

/** A hash that belongs to no password that anybody can find, and costs as much to compare with as any other. */
export function unknownHash(cost: HashCost): string {
  return write(cost, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));
}

/** Whether a password belongs to a hash; compares in constant time. A hash of another form belongs to no password. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, logN, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const derived = await deriveHash(password, Buffer.from(salt, 'base64'), cost);
  const expected = Buffer.from(hash, 'base64');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

function write(cost: HashCost, salt: Buffer, hash: Buffer): string {
  const parts = [cost.logN, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')];
  return `scrypt$${parts.join('$')}`;
}

function deriveHash(password: string, salt: Buffer, { logN, r, p }: HashCost): Promise<Buffer> {
  const N = 2 ** logN;
  // The same letters typed on another keyboard may be other code points (NIST SP 800-63B, 5.1.1.2).
  return derive(password.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
}
