import { randomBytes } from 'node:crypto';
import { hashToken } from '../tokens.js';
import { toBase32 } from './totp.js';

const HOW_MANY = 10;
/** 125 bits: beyond guessing, so that a plain hash will do (ASVS 5.0.0, 6.5.2). */
const SIGNS = 25;
const SIGNS_A_GROUP = 5;

/** New recovery codes, in groups of five signs. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const signs = toBase32(randomBytes(16)).slice(0, SIGNS);
    const starts = Array.from({ length: SIGNS / SIGNS_A_GROUP }, (_, index) => index * SIGNS_A_GROUP);
    return starts.map((start) => signs.slice(start, start + SIGNS_A_GROUP)).join('-');
  });
}

/** What the store keeps of one, however it is typed; null for what cannot be one. */
export function hashRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll('-', '').replaceAll(' ', '');
  return signs.length === SIGNS ? hashToken(signs) : null;
}
