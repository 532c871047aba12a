import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('what everybody may know', () => {
  it.each([
    'Haal het op bij Primera, Kerkstraat 18 in Zeist',
    'Het Rode Kruis zit op Anna van Burenlaan 50',
    'The embassy is at 44 Belgrave Square',
    'OV-servicewinkel Stationsplein 15, open tot 18 uur',
    'ANWB, Wassenaarseweg 220, 2596 EC Den Haag',
    'La préfecture est au 12 quai de Gesvres',
  ])('of shops and authorities stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it.each([
    'Reserveren bij het restaurant kan via 030-231 45 67',
    'Taxi bestellen: 070 390 77 22',
    'Lost property: 020 3054 3000',
    'Bel onze afdeling Verkoop: 040 269 78 88',
  ])('of numbers of companies stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it.each([
    'Mail burgerzaken@zeist.nl of omgevingsloket@zeist.nl',
    'Presse: presse@stadtwerke.de',
    'lostproperty@railway.example has it',
    'reclamation.client@edf.fr répond',
    'Use john.doe@example.com as a test',
  ])('of mailboxes that many read stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it.each([
    'Vul de geboortedatum in als 01-01-1990, dus dag-maand-jaar',
    'The company was born on 4 May 1998',
    'A plate such as AB12 CDE shows the year',
    'The sample card 4111 1111 1111 1111 is for testing',
    'Serial number 4539578763621486 is on the box',
  ])('of examples and things stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });

  it.each([
    'Onze collega Sandra van de klantenservice helpt',
    'De Annie M.G. Schmidtschool heeft glas',
    'My Jack Russell chewed it',
    'De laptops van Tommy Teleshopping',
    'Ik kijk Wie is de Mol met Rik van de Westelaken',
  ])('of staff, schools and stars stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('what is somebody’s own beside it', () => {
  it.each([
    ['Ik woon boven de Primera, Kerkstraat 18', 'Ik woon boven de Primera, [adres]'],
    [
      'mijn nummer is 030-231 45 67, het restaurant is dicht',
      'mijn nummer is [telefoonnummer], het restaurant is dicht',
    ],
    ['mijn geboortedatum is bijvoorbeeld 03-05-1961', 'mijn geboortedatum is bijvoorbeeld [geboortedatum]'],
    ['mijn kaart 4539 5787 6362 1486', 'mijn kaart [nummer]'],
  ])('goes all the same: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});
