import { describe, expect, test } from 'vitest';
import { isSameSecret, isSignedBy } from '../../../../../channels/messenger/webhook/verify-signature.js';

/** Computed with `openssl dgst -sha256 -hmac s3cret`. */
const BODY = Buffer.from('{"object":"page","text":"\\u00e4"}');
const HEX = '5fb90be9ff97378b28510810481a6a22e546e07617a92cdb88e67f998639b9d4';

describe('a signature of Meta', () => {
  test('counts over the bytes as they came', () => {
    expect(isSignedBy('s3cret', BODY, `sha256=${HEX}`)).toBe(true);
  });

  test('does not count over the same text written anew', () => {
    const anew = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
    expect(isSignedBy('s3cret', anew, `sha256=${HEX}`)).toBe(false);
  });

  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one without a name', HEX],
    ['one of the old kind', `sha1=${HEX.slice(0, 40)}`],
    ['one that is too short', `sha256=${HEX.slice(0, 62)}`],
    ['one that is too long', `sha256=${HEX}00`],
    ['one that is no number', `sha256=${'z'.repeat(64)}`],
    ['one that differs in the last digit', `sha256=${HEX.slice(0, 63)}${HEX.endsWith('0') ? '1' : '0'}`],
  ])('is refused when it is %s', (_kind, header) => {
    expect(isSignedBy('s3cret', BODY, header)).toBe(false);
  });

  test('is refused with another secret, and without one', () => {
    expect(isSignedBy('other', BODY, `sha256=${HEX}`)).toBe(false);
    expect(
      isSignedBy('', BODY, 'sha256=5eab0f014288afa107c36e741a444e06c708bb45efa03ac88536fae699994d7f'),
    ).toBe(false);
  });
});

describe('a secret text', () => {
  test('is the same only in full, and never when it is empty', () => {
    expect(isSameSecret('token', 'token')).toBe(true);
    expect(isSameSecret('toke', 'token')).toBe(false);
    expect(isSameSecret('', '')).toBe(false);
  });
});
