import { describe, expect, it } from 'vitest';
import { redact } from '../../../../ingest/steps/redact.js';
import { fc } from '../../../support/properties.js';

describe('what is replaced', () => {
  it.each([
    ['bel 06-12345678 of 0687654321 svp', 'bel [telefoonnummer] of [telefoonnummer] svp'],
    ['06 12 34 56 78', '[telefoonnummer]'],
    ['06 - 12 34 56 78!', '[telefoonnummer]!'],
    ['06.12.34.56.78', '[telefoonnummer]'],
    ['+31 (0)6 12345678', '[telefoonnummer]'],
    ['0031612345678.', '[telefoonnummer].'],
    ['(020) 123 45 67', '[telefoonnummer]'],
    ['06 12345678/06 87654321', '[telefoonnummer]/[telefoonnummer]'],
    ['huis 12, 06-12345678', 'huis 12, [telefoonnummer]'],
    ['app me op +32 470 12 34 56', 'app me op [telefoonnummer]'],
    ['een Brits nummer, +44 7700 900123', 'een Brits nummer, [telefoonnummer]'],
    ['**06-12345678**', '**[telefoonnummer]**'],
    ['mail jan.jansen@voorbeeld.nl even', 'mail [e-mailadres] even'],
    ['jan\\_de\\_vries@voorbeeld.nl', '[e-mailadres]'],
    ['jan (at) voorbeeld (punt) nl', '[e-mailadres]'],
    ['van NL91ABNA0417164300 af', 'van [rekeningnummer] af'],
    ['NL91 ABNA 0417 1643 00 op naam', '[rekeningnummer] op naam'],
    ['nl91abna0417164300', '[rekeningnummer]'],
    ['NL00ABNA0417164300 met een typefout', '[rekeningnummer] met een typefout'],
    ['DE89 3704 0044 0532 0130 00', '[rekeningnummer]'],
    ['klantnummer 8012345678', 'klantnummer [klantnummer]'],
    ['Mijn klantnummer is: 80 1234 5678.', 'Mijn klantnummer is: [klantnummer].'],
    ['klantnr. 8012345678', 'klantnr. [klantnummer]'],
    ['account **8012345678**', 'account **[klantnummer]**'],
    ['ordernummer ZW-20240123', 'ordernummer [bestelnummer]'],
    ['factuurnummer 2024001234', 'factuurnummer [factuurnummer]'],
    ['BSN 123456782', 'BSN [burgerservicenummer]'],
    ['mijn nummer 1112.22.333', 'mijn nummer [burgerservicenummer]'],
    ['kaart 4111 1111 1111 1111', 'kaart [nummer]'],
    ['woon op 3511 AB 12', 'woon op [adres]'],
    ['postcode 3511AB, huisnummer 12a', 'postcode [adres]'],
    ['Dorpsstraat 12, 3511 AB Utrecht', '[adres]'],
    ['huisnummer 12, postcode 3511 AB', 'huisnummer [adres]'],
    ['Mijn naam is Jan de Vries en ik bel', 'Mijn naam is [naam] en ik bel'],
    ['mijn naam is jan de vries, hallo', 'mijn naam is [naam], hallo'],
    ['ik heet J. van den Berg-Smit.', 'ik heet [naam].'],
    ['t.n.v. mevr. A. Jansen', 't.n.v. [naam]'],
  ])('%s', (text, expected) => {
    expect(redact(text, 'nl').text).toBe(expected);
  });

  it.each([
    ['call 07700 900123', 'call [phone number]'],
    ['customer number: 8012345678', 'customer number: [customer number]'],
    ['My name is Jane Doe. I moved', 'My name is [name]. I moved'],
    ['jane@example.com', '[e-mail address]'],
    ['postcode 3511 AB, house number 12', 'postcode [address]'],
  ])('%s, in English', (text, expected) => {
    expect(redact(text, 'en').text).toBe(expected);
  });

  it('uses English words for other languages', () => {
    expect(redact('+31 6 12345678', 'sv').text).toBe('[phone number]');
  });

  it('tells the kinds that were replaced, in order', () => {
    expect(redact('jan@voorbeeld.nl of 06-12345678', 'nl').kinds).toEqual(['email', 'phone']);
  });
});

describe('what stays', () => {
  it.each([
    'voicemail 1233, tegoed 1280',
    'bel gratis 0800-0420 of 0900-1234567',
    '088-1234567 is van een bedrijf',
    'IP 192.168.2.254 en 10.0.0.1/24',
    'versie 10.0.19041.1, firmware 3.2, build 20240612',
    'VLAN 300, PUK 12345678, MTU 1492',
    'het kost € 1.234,56 of 12.50 per maand',
    'op 05-03-2025 en 2025-03-02 10:12',
    'op 06-12-2024 13:45 en op 06/12/2024',
    'tussen 09:00-17:00 in 2024-2025',
    'foutcode TV-203 en TV-417',
    'postcode 3511 AB alleen',
    'in 2024 en 12 dagen later',
    '1000 MB 12 dagen, 2048 GB 3',
    'reeks 123456783 zonder proef',
    'versienummer **211290003** of hoger',
    'MAC 00:11:22:33:44:55',
    'toets *#06# in',
    'mijn naam is verkeerd gespeld op de nota',
    'my name is on the bill',
    'klantnummer staat op je factuur van 2024',
    'account 2 keer gekoppeld',
    'https://www.zwaluw.example/storing?id=0612345678',
    '[de storingspagina](https://www.zwaluw.example/t/nummer/0612345678)',
    '@pieter_k weet het',
  ])('%s', (text) => {
    expect(redact(text, 'nl').text).toBe(text);
  });
});

describe("the company's own contacts", () => {
  const contacts = ['+31 70 750 37 20', 'pim@voorbeeld.nl', '@de-zwaluw.example'];

  it.each([
    'bel +31 70 750 37 20 of 070-7503720 of (070) 750 37 20',
    'mail pim@voorbeeld.nl of service@de-zwaluw.example',
  ])('stay: %s', (text) => {
    expect(redact(text, 'nl', contacts).text).toBe(text);
  });

  it.each([
    ['bel 070-7503721', 'bel [telefoonnummer]'],
    ['mail mijnpim@voorbeeld.nl', 'mail [e-mailadres]'],
    ['mail jan@de-zwaluw.example.org', 'mail [e-mailadres]'],
  ])('let nothing else through: %s', (text, expected) => {
    expect(redact(text, 'nl', contacts).text).toBe(expected);
  });
});

describe('links', () => {
  it('loses a link that carries an e-mail address', () => {
    expect(redact('[meld je af](https://x.example/uit?adres=jan%40voorbeeld.nl)', 'nl').text).toBe(
      'meld je af',
    );
  });

  it('loses a link to somebody on a messenger', () => {
    expect(redact('app via https://wa.me/31612345678', 'nl').text).toBe('app via ');
  });
});

describe('redaction as a whole', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
        const once = redact(pieces.join(' '), 'nl').text;
        expect(redact(once, 'nl').text).toBe(once);
      }),
    );
  });

  it('never lets a Dutch mobile number through, however it is written', () => {
    const digits = fc.stringMatching(/^[1-5]\d{7}$/);
    const separator = fc.constantFrom('', '-', ' ', ' - ', '.', '–', '/');
    fc.assert(
      fc.property(
        digits,
        separator,
        fc.constantFrom('06', '+316', '00316', '+31 6', '+31 (0)6'),
        (rest, sep, start) => {
          const text = redact(`bel ${start}${sep}${rest} na zes uur`, 'nl').text;
          expect(text).toBe('bel [telefoonnummer] na zes uur');
        },
      ),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void redact(text, 'nl')));
  });
});

describe('the 11-proof', () => {
  it.each([
    ['123456782', true],
    ['111222333', true],
    ['123456783', false],
    ['000000000', false],
    ['12345678', false],
  ])('%s: %s', (number, isReal) => {
    expect(redact(`Dit was ${number}, meer niet.`, 'nl').kinds.includes('citizenNumber')).toBe(isReal);
  });
});

const PIECES = [
  '06-12345678',
  'jan@voorbeeld.nl',
  'NL91ABNA0417164300',
  'klantnummer 8012345678',
  '3511 AB 12',
  'mijn naam is Jan de Vries',
  'gewone tekst',
  'https://www.zwaluw.example/a',
  '123456782',
  ',',
  '12',
];
