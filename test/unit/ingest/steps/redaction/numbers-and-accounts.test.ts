import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('accounts', () => {
  it.each([
    ['sort code 20-44-91 account 55102938', 'sort code [bank account number] account [bank account number]'],
    ['Konto-Nr. 4418220', 'Konto-Nr. [bank account number]'],
    ['acct 73118820 sc 20-44-81', 'acct [bank account number] sc [bank account number]'],
    ['Barclays 20-44-81 73118820', 'Barclays [bank account number]'],
    ['my routing number 021000089', 'my routing number [bank account number]'],
    ['my account BE85 0636 9104 2276', 'my account [bank account number]'],
    ['bank account number 4471 9920', 'bank account number [bank account number]'],
  ])('at banks are found by the words for their parts: %s', (text, expected) => {
    expect(seen(text, 'en')).toBe(expected);
  });

  it('at banks are found with strokes between their groups', () => {
    expect(seen('NL91 ABNA/0417 1643 00')).toBe('[rekeningnummer]');
  });

  it('at banks go with their word where a typing error made them invalid', () => {
    expect(seen('IBAN DE89 3704 0044 0532 0130 99, denk ik')).toBe('IBAN [rekeningnummer], denk ik');
  });

  it.each(['Betaal op NL59 BNGH 0285 1234 56', 'Stort op NL91 ABNA 0417 1643 00 t.n.v. Stichting Buurtbus'])(
    'of authorities and foundations stay: %s',
    (text) => {
      expect(seen(text)).toBe(text);
    },
  );

  it('of somebody who mentions an authority go', () => {
    expect(seen('Mijn rekening NL91 ABNA 0417 1643 00')).toBe('Mijn rekening [rekeningnummer]');
  });
});

describe('numbers that a state gives', () => {
  it.each([
    ['mijn bsn is 1234 56 782', 'mijn bsn is [burgerservicenummer]'],
    ['rijksregisternummer 93.05.18-223.61', 'rijksregisternummer [burgerservicenummer]'],
    ['93.05.18-223.61 werd geweigerd', '[burgerservicenummer] werd geweigerd'],
    ['NI number AB 12 34 56 C', 'NI number [burgerservicenummer]'],
    ['PPS number 1234567FA', 'PPS number [burgerservicenummer]'],
    ['UTR 44182 20911', 'UTR [burgerservicenummer]'],
    ['SSN 219-09-9999', 'SSN [burgerservicenummer]'],
    ['sécu 2 85 05 78 006 084 36', 'sécu [burgerservicenummer]'],
  ])('are found in their country’s form: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('names of accounts', () => {
  it.each([
    ['gebruikersnaam: pkarels77', 'gebruikersnaam: [gebruikersnaam]'],
    ['ik log in als bakker.p en dan niets', 'ik log in als [gebruikersnaam] en dan niets'],
    ['mijn insta is @pia_karels', 'mijn insta is [gebruikersnaam]'],
    ['logt in met user: pkarels en dan niets', 'logt in met user: [gebruikersnaam] en dan niets'],
    ['skype: pia.karels.9', 'skype: [gebruikersnaam]'],
    ['mijn account heet Tuinman_66', 'mijn account heet [gebruikersnaam]'],
    ['login met pkarels62 lukt niet', 'login met [gebruikersnaam] lukt niet'],
    ['gebruiker: p.karels_12 en dan fout 7', 'gebruiker: [gebruikersnaam] en dan fout 7'],
  ])('are found behind the word for one: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'Volg ons op Twitter via @NS_online',
    'Uw gebruikersnaam is uw e-mailadres',
    'inloggen als beheerder',
    'How to handle I-need-ideas questions?',
    'Log in met versie 2.4.1',
  ])('of the company, and words about them, stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('e-mail addresses', () => {
  it.each([
    'pia (ät) gmx.de',
    'pia punt van der wal apenstaartje ziggo punt nl',
    'pia-at-ziggo.nl',
    'pia.wal, dan een apenstaartje, en dan ziggo.nl',
    'pia.wal bij gmail.com',
    'pia@ziggo,nl',
    'pia at-sign yahoo dot com',
  ])('are found however they are spelled: %s', (text) => {
    expect(seen(text)).toBe('[e-mailadres]');
  });

  it.each(['Vul in: uwnaam@voorbeeld.nl', 'bijvoorbeeld voornaam.achternaam@bedrijf.nl'])(
    'that stand for anybody’s stay: %s',
    (text) => {
      expect(seen(text)).toBe(text);
    },
  );
});

describe('phone numbers', () => {
  it.each([
    ['call me on 646 555 0187', 'call me on [phone number]'],
    ['(0) 7700 900 456', '[phone number]'],
    ['089 23 45 67 89', '[phone number]'],
    ['0770 090 0123', '[phone number]'],
    ['0145 67 89 01', '[phone number]'],
    ['plus 44 7700 900 456', '[phone number]'],
    ['zéro six douze trente-quatre cinquante-six dix-huit', '[phone number]'],
  ])('of every neighbour are found: %s', (text, expected) => {
    expect(seen(text, 'en')).toBe(expected);
  });

  it.each([
    'Belgische klanten bellen 078 15 31 26',
    'sms-centrale: +31 653 131 313',
    'Composez le 09 69 39 99 98',
    'Belt u vanuit het buitenland: +31 70 750 31 72',
  ])('of companies and networks stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it('that a text calls an example stay', () => {
    const text = 'Het nummer 06 12 34 56 78 in de folder is een voorbeeld.';
    expect(seen(text)).toBe(text);
  });
});

describe('customer, order and parcel numbers', () => {
  it.each([
    ['abonneenr. 0044 7712 09', 'abonneenr. [klantnummer]'],
    ['klantnummer van mijn oom is 5518829', 'klantnummer van mijn oom is [klantnummer]'],
    ['aanslagnr 5518.22.093.H.34 staat open', 'aanslagnr [factuurnummer] staat open'],
    ['pakje 3SABCD0123456789 kwijt', 'pakje [bestelnummer] kwijt'],
    ['Zähler 1 EMH00 0482 7718', 'Zähler [klantnummer]'],
    ['INV-0077813 has VAT twice', '[bestelnummer] has VAT twice'],
    ['meternummer E0055 1188 2244', 'meternummer [klantnummer]'],
    ['mijn dossier staat onder D.24.118.820', 'mijn dossier staat onder [bestelnummer]'],
    ['meter serial 21E5 118 822', 'meter serial [klantnummer]'],
    ['railcard number GHT 118 820 9', 'railcard number [klantnummer]'],
    ['mijn ticket [#2024-441822] loopt', 'mijn ticket [[bestelnummer]] loopt'],
    ['ref no. TX-441-822', 'ref no. [factuurnummer]'],
    ['PNR Q7ZKLM', 'PNR [bestelnummer]'],
    ['EAN 871685900012345671 van mijn aansluiting', 'EAN [klantnummer] van mijn aansluiting'],
    ['visa 4716 2209 8153 7740 exp 09/29', 'visa [nummer] exp [nummer]'],
  ])('are found by their word or their form: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'bestelnummer van het filter is AF-3300-12',
    'meterstand 118822',
    'bestelcode 44-1822 van het filter',
    'artikelnummer 4417882',
    'EAN-code op de doos: 8712345678906',
    'onderdeelnummer 4417-882',
  ])('of things stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it('end where the sentence goes on', () => {
    expect(seen('schadenummer 55188221 al weken open')).toBe('schadenummer [bestelnummer] al weken open');
  });
});
