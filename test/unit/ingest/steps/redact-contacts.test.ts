import { describe, expect, it } from 'vitest';
import { redact } from '../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('e-mail addresses', () => {
  it.each([
    ['tikt u els punt vos apenstaartje ziggo punt nl in', 'tikt u [e-mailadres] in'],
    ['gvdlaan [at] planet punt nl', '[e-mailadres]'],
    ['omar dot said at hotmail dot com', '[e-mailadres]'],
    ['info.bram@gmail.com', '[e-mailadres]'],
  ])('are found in words: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'mail klantenservice@warmte.example',
    'service-desk@warmte.example',
    'look at example.com',
    'log in at my.bank.example',
  ])('of a company stay, as does what is none: %s', (text) => {
    expect(seen(text, 'en')).toBe(text);
  });
});

describe('account numbers', () => {
  it('are found in blanks between all signs', () => {
    expect(seen('N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0')).toBe('[rekeningnummer]');
  });

  it('of the form that stands as example in manuals stay', () => {
    expect(seen('zoals NL00 BANK 0123 4567 89')).toBe('zoals NL00 BANK 0123 4567 89');
  });
});

describe('phone numbers', () => {
  it.each([
    ['bel nul zes vier vier eenentwintig nul acht zestien negen', 'bel [telefoonnummer]'],
    ['nul zes 41 27 30 18', '[telefoonnummer]'],
    ['oh seven nine double one, four hundred two three one', '[telefoonnummer]'],
    ['o6 4127 3018', '[telefoonnummer]'],
    ['fax 02/513.26.18', 'fax [telefoonnummer]'],
    ['01 44 27 18 36 te Parijs', '[telefoonnummer] te Parijs'],
    ['0221 / 47 11 302', '[telefoonnummer]'],
    ['(312) 555-0142', '[telefoonnummer]'],
    ['telnr 4127301 8', 'telnr [telefoonnummer]'],
  ])('are found as neighbours write and people say them: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'het hoofdkantoor heeft 030 291 44 00',
    'onze klantenservice: 0182-551200',
    'de voicemail, +31 6 1200 1233',
    'een twee drie vier vijf zes zeven acht negen tien',
    'tussen 0800-1234 en 0900-8844',
    '0330 123 4567',
  ])('of a desk, and what is none, stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it('of somebody whom a desk called go', () => {
    expect(seen('De helpdesk belde mij op 030 291 44 01')).toBe('De helpdesk belde mij op [telefoonnummer]');
  });
});
