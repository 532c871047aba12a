import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds that a code is good for (RFC 6238, §5.2). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** 160 bits, as RFC 4226 (§4, R6) recommends. */
const SECRET_BYTES = 20;
/** Steps that a clock may be off, to either side: one, as RFC 6238 (§5.2) advises at most for the delay of a network. */
const STEPS_OFF = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret for codes by time, as authenticator apps take it: base32 (RFC 4648, §6) without padding. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES));
}

/** @returns base32 (RFC 4648, §6) without padding */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let rest = 0;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(rest >> (bits - 5)) & 31];
    rest &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(rest << (5 - bits)) & 31];
}

/** @param text base32 without padding, as `toBase32` writes it */
function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let rest = 0;
  for (const sign of text) {
    rest = (rest << 5) | ALPHABET.indexOf(sign);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((rest >> bits) & 255);
    rest &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

/** The number of the step of 30 s that a moment is in (RFC 6238, §4.2). */
export function totpStepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step: HOTP with HMAC-SHA-1 and six digits (RFC 4226, §5.3). @param secret base32 */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step that a code belongs to, of those that are near enough; null where it belongs to none.
 * @param code six digits
 */
export function totpStepFor(secret: string, code: string, now: Date): number | null {
  const step = totpStepOf(now);
  const near = Array.from({ length: 2 * STEPS_OFF + 1 }, (_, index) => step - STEPS_OFF + index);
  const fits = near.filter((one) => isSame(totpCode(secret, one), code));
  return fits.at(-1) ?? null;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The address that an authenticator app reads from a QR code ("Key Uri Format" of Google Authenticator). */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
