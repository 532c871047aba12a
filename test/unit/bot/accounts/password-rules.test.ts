import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { checkPassword } from '../../../../bot/accounts/password-rules.js';

const OWNER = { name: 'Sanne de Vries', email: 'Sanne.deVries@example.com' };
const COMPANY = ['Zwaluw Telecom', 'Zwaluw-assistent'];

describe('a password', () => {
  it.each([
    ['few-signs', 'aaaaaaaaaa'],
    ['few-signs', '          '],
    ['few-signs', '1212121212'],
    ['few-signs', 'AaAaAaAaAaB'],
    ['row', '1234567890'],
    ['row', '0987654321'],
    ['row', 'qwertyuiop'],
    ['row', 'QWERTYUIOPASDF'],
    ['row', 'abcdefghijk'],
    ['row', '1qaz2wsx3edc'],
    ['row', '1234512345'],
    ['own', 'sanne.devries@example.com'],
    ['own', 'Sanne de Vries'],
    ['own', 'SanneDeVries'],
    ['own', 'sanne.devries'],
    ['own', 'sanne12345'],
    ['own', '2026devries!'],
    ['own', 'vriesvries'],
    ['common', 'password12'],
    ['common', 'Wachtwoord'],
    ['common', 'Welkom2026!'],
    ['common', 'p@ssw0rd123'],
    ['common', '!!administrator!!'],
    ['common', 'passwordpassword'],
    ['common', 'password-password'],
    ['common', 'ｐａｓｓｗｏｒｄ１２'],
    ['common', 'welkom0123'],
    ['common', '!!feyenoord1908'],
    ['common', 'Vakantie-2026'],
    ['common', 'Dr@gonball99'],
    ['common', 'willem_19881'],
    ['common', 'liefde12345'],
    ['own', 'SanneSanne2026'],
    ['own', 'sannevries!!'],
    ['company', 'Zwaluw2026!'],
    ['company', '#zwaluwtelecom'],
    ['company', 'Zwaluw-Sanne-1'],
  ])('that is tried first is refused (%s): %s', (reason, password) => {
    expect(() => checkPassword(password, OWNER, COMPANY)).toThrow(
      expect.objectContaining({ code: 'PASSWORD_GUESSABLE', facts: { reason } }),
    );
  });

  it.each([
    'een zin van een paar woorden',
    'a long pass sentence',
    'welkom in de regen',
    'sanne eet graag stamppot',
    'korte zin!',
    'vq7-mmt-04x',
    '7391046528',
    'пароль из слов',
    '🦜🌧️🚲 fietst nat',
    'zwaluw in de schuur',
    'q7x-Kp2m_vv',
    'paard batterij nietje',
  ])('that is not is taken: %s', (password) => {
    expect(() => checkPassword(password, OWNER, COMPANY)).not.toThrow();
  });

  it('of somebody with a very short name may begin with it', () => {
    expect(() => checkPassword('an-8172634', { name: 'An', email: 'an@example.com' })).not.toThrow();
  });

  it('of fewer than 10 characters is too short, counted as people count', () => {
    expect(() => checkPassword('🦜🌧🚲🦜🌧🚲🦜🌧🚲', OWNER)).toThrow(
      expect.objectContaining({ code: 'PASSWORD_TOO_SHORT', facts: { minimum: 10, length: 9 } }),
    );
  });

  it('of the thousands that leaks hold most often is refused, dressed up as well', () => {
    const require = createRequire(import.meta.url);
    const leaked = require('@zxcvbn-ts/language-common/src/passwords.json') as string[];
    const long = leaked.filter((password) => [...password].length >= 10);
    expect(long.length).toBeGreaterThan(1_500);
    const words = leaked.filter((password) => /^[a-z]{5,9}$/.test(password)).slice(0, 3_000);
    expect(words).toHaveLength(3_000);
    const dressed = words.map((word) => `${word}2026!!`);
    expect([...long, ...dressed].filter(isTaken)).toEqual([]);
  });
});

function isTaken(password: string): boolean {
  try {
    checkPassword(password, OWNER);
    return true;
  } catch {
    return false;
  }
}
