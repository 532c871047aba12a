import { describe, expect, it } from 'vitest';
import { checkPassword } from '../../../../bot/accounts/password-rules.js';

const OWNER = { name: 'Sanne de Vries', email: 'Sanne.deVries@example.com' };

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
  ])('that is tried first is refused (%s): %s', (reason, password) => {
    expect(() => checkPassword(password, OWNER)).toThrow(
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
  ])('that is not is taken: %s', (password) => {
    expect(() => checkPassword(password, OWNER)).not.toThrow();
  });

  it('of somebody with a very short name may begin with it', () => {
    expect(() => checkPassword('an-8172634', { name: 'An', email: 'an@example.com' })).not.toThrow();
  });

  it('of fewer than 10 characters is too short, counted as people count', () => {
    expect(() => checkPassword('🦜🌧🚲🦜🌧🚲🦜🌧🚲', OWNER)).toThrow(
      expect.objectContaining({ code: 'PASSWORD_TOO_SHORT', facts: { minimum: 10, length: 9 } }),
    );
  });
});
