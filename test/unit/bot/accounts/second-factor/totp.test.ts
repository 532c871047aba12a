import { describe, expect, it } from 'vitest';
import {
  hashRecoveryCode,
  newRecoveryCodes,
} from '../../../../../bot/accounts/second-factor/recovery-codes.js';
import {
  newTotpSecret,
  toBase32,
  totpAddress,
  totpCode,
  totpStepFor,
  totpStepOf,
} from '../../../../../bot/accounts/second-factor/totp.js';

/** The secret of the test vectors of RFC 6238, appendix B. */
const SECRET = toBase32(Buffer.from('12345678901234567890'));

describe('a code by time', () => {
  // Appendix B has eight digits; ours are the last six of the same numbers.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at second %i', (seconds, code) => {
    expect(totpCode(SECRET, totpStepOf(new Date(seconds * 1000)))).toBe(code);
  });

  it('is taken one step early and one late, and no further off', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const step = totpStepOf(now);
    const taken = [-2, -1, 0, 1, 2].map((off) => totpStepFor(SECRET, totpCode(SECRET, step + off), now));
    expect(taken).toEqual([null, step - 1, step, step + 1, null]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '２８７０８２'])('is not "%s"', (typed) => {
    expect(totpStepFor(SECRET, typed, new Date(59_000))).toBeNull();
  });
});

it('writes base32 as RFC 4648 does', () => {
  const vectors = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
    toBase32(Buffer.from(text)),
  );
  expect(vectors).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
});

it('makes secrets of 160 bits, each another', () => {
  const secrets = Array.from({ length: 20 }, newTotpSecret);
  expect(new Set(secrets).size).toBe(20);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

it('names company and account for the app', () => {
  const address = new URL(totpAddress(SECRET, 'Zwaluw & Co desk', 'noor@example.com'));
  expect(address.searchParams.get('secret')).toBe(SECRET);
  expect(address.searchParams.get('issuer')).toBe('Zwaluw & Co desk');
  expect(decodeURIComponent(address.pathname)).toContain('Zwaluw & Co desk:noor@example.com');
});

it('makes ten recovery codes that are known however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  expect(code).toMatch(/^([A-Z2-7]{5}-){4}[A-Z2-7]{5}$/);
  expect(hashRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(hashRecoveryCode(code));
  expect(hashRecoveryCode('123456')).toBeNull();
});
