import { describe, expect, it } from 'vitest';
import { isOnlyDetails, looksLikeName } from '../../../../../bot/turn/understanding/only-details.js';

describe('a text', () => {
  it.each([
    '06-12345678',
    '+31 6 12 34 56 78',
    '(030) 123 45 67.',
    'Mijn nummer is 0612345678',
    'je kunt me bereiken op 06 12345678, bedankt!',
    'my number is 07700 900123',
    'klantnummer: 12345678',
    'jan@example.com',
    'My email address is john.smith@example.co.uk',
    '1234 AB 12',
    '1234ab',
    'Mijn naam is Jan van der Berg',
    'My name is John',
  ])('only gives details: %s', (text) => {
    expect(isOnlyDetails(text)).toBe(true);
  });

  it.each([
    'Mijn internet ligt er sinds vanochtend uit',
    'Is mijn nummer 0612345678?',
    'mijn nummer 0612345678 werkt niet',
    'Ik wil mijn nummer 0612345678 meenemen',
    '1233',
    'foutcode 651',
    '192.168.178.100',
    'mijn nummer',
    'klantnummer',
    'order',
    'Mijn naam is verkeerd gespeld',
    'Mijn naam is Jan de Vries en mijn wifi doet het niet',
    'iPhone 15',
    'ja',
    '',
  ])('says more, or gives none: %s', (text) => {
    expect(isOnlyDetails(text)).toBe(false);
  });

  it.each([
    ['Jan de Vries', true],
    ['John Smith', true],
    ['Fatima El Amrani', true],
    ['wifi valt weg', false],
    ['Wifi valt weg', false],
    ['Help', false],
    ['WIFI DOET HET NIET', false],
  ])('looks like a name: %s %s', (text, expected) => {
    expect(looksLikeName(text)).toBe(expected);
  });
});
