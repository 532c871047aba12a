import { randomBytes, timingSafeEqual } from 'node:crypto';
import { botErrors } from '../errors.js';
import type { HashCost, KeyRequest } from './derive-key.js';

/** In characters; longer ones would only keep the hash function busy. */
const LONGEST_PASSWORD = 1_000;

/** scrypt with N = 2^15, r = 8, p = 3 (32 MiB): one of the settings OWASP's Password Storage Cheat Sheet counts as equal. */
export const STANDARD_COST: HashCost = { logN: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes and compares passwords; each call costs one derivation, and throws what that throws. */
export interface Passwords {
  /** Hashes a password as `scrypt$logN$r$p$salt$hash`, so that the cost can be raised later without a migration. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password belongs to a hash; compares in constant time. A hash of another form belongs to no password.
   * @param stored '' or nothing where there is none: the answer is no, and takes as long
   */
  verify(password: string, stored: string | null | undefined): Promise<boolean>;
}

/**
 * @param derive does the work, see `createPasswordThread`
 * @param cost of new hashes; that of a stored one stands in it
 */
export function createPasswords(
  derive: (request: KeyRequest) => Promise<Uint8Array>,
  cost: HashCost = STANDARD_COST,
): Passwords {
  /** Belongs to no password that anybody can find, and costs as much to compare with as any other. */
  const unknown = write(cost, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return write(cost, salt, await derive({ password: bounded(password), salt, cost }));
    },
    async verify(password, stored) {
      const [scheme, logN, r, p, salt, hash] = (stored || unknown).split('$');
      if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
      const own = { logN: Number(logN), r: Number(r), p: Number(p) };
      const derived = await derive({
        password: bounded(password),
        salt: Buffer.from(salt, 'base64'),
        cost: own,
      });
      const expected = Buffer.from(hash, 'base64');
      return expected.length === derived.length && timingSafeEqual(expected, derived);
    },
  };
}

/**
 * The account whose password this is.
 * @throws PASSWORD_WRONG, after as long where there is none
 */
export async function requirePassword<Owner extends { readonly passwordHash: string }>(
  passwords: Passwords,
  owner: Owner | undefined,
  password: string,
): Promise<Owner> {
  const isRight = await passwords.verify(password, owner?.passwordHash);
  if (!owner || !isRight) throw botErrors.PASSWORD_WRONG({});
  return owner;
}

function bounded(password: string): string {
  return password.slice(0, LONGEST_PASSWORD);
}

function write(cost: HashCost, salt: Uint8Array, hash: Uint8Array): string {
  const [ofSalt, ofHash] = [salt, hash].map((bytes) => Buffer.from(bytes).toString('base64'));
  return `scrypt$${[cost.logN, cost.r, cost.p, ofSalt, ofHash].join('$')}`;
}
