import { describe, expect, it } from 'vitest';
import { redact } from '../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('numbers beside the word that names them', () => {
  it.each([
    ['bestelling QT-771204 is zoek', 'bestelling [bestelnummer] is zoek'],
    ['order #302-8841', 'order [bestelnummer]'],
    ['track & trace 3SABCD0011223', 'track & trace [bestelnummer]'],
    ['polisnummer AV/2211934/C', 'polisnummer [klantnummer]'],
    ['Booking reference K7PQ2M', 'Booking reference [bestelnummer]'],
    ['numéro de dossier AB123456', 'numéro de dossier [bestelnummer]'],
    ['Amex 3782-822463-10005', 'Amex [nummer]'],
    ['toestel 35-209900-176148-1', 'toestel [nummer]'],
    ['Mijn verjaardag valt op 9 mei 1981', 'Mijn verjaardag valt op [geboortedatum]'],
    ['1-2-2014 geboren', '[geboortedatum] geboren'],
    [
      'geboortedatum 1980-01-02 in plaats van 1980-02-01',
      'geboortedatum [geboortedatum] in plaats van [geboortedatum]',
    ],
    ['de parkeerwacht zag TB-482-K', 'de parkeerwacht zag [kenteken]'],
    ['auto met plaat 2-BCD-345', 'auto met plaat [kenteken]'],
    ['driving licence MORGA753116SM9IJ', 'driving licence [documentnummer]'],
    ['mijn pincode is 7310', 'mijn pincode is [wachtwoord]'],
    ['de code van het alarm is 5502', 'de code van het alarm is [wachtwoord]'],
    ['mijn ww is Koe&Geit7', 'mijn ww is [wachtwoord]'],
    ['password "moonlight4"', 'password "[wachtwoord]"'],
    ['Vanaf 94.210.33.8 kom ik er niet in', 'Vanaf [IP-adres] kom ik er niet in'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('numbers of things', () => {
  it.each([
    'EAN 5449000000996',
    'bestelling van 12-03-2024',
    'factuur van € 12.345,00',
    'order boven 50000 gratis',
    'kinderen geboren na 1 januari 2020',
    'model XR-123-B voor in de woonkamer',
    'de pincode van een nieuwe sim is 0000',
    'pincode van 4 cijfers',
    'driver 31.0.101.5186',
    'ticket van 10:32',
    'het wachtwoord dat u kiest is hoofdlettergevoelig',
  ])('stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});
