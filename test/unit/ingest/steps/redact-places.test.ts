import { describe, expect, it } from 'vitest';
import { redact } from '../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('streets with a house number', () => {
  it.each([
    ['van Molenweg 9 naar Graaf Adolfstraat 21-III', 'van [adres] naar [adres]'],
    ['ligt nog op eikenlaan 4', 'ligt nog op [adres]'],
    ['Laan van Nieuw Guinea 12 bis', '[adres]'],
    ['Lieferadresse: Am Neuen Teich 3b', 'Lieferadresse: [adres]'],
    ['Gartenstraße 18', '[adres]'],
    ['Flat 2, 81 Orchard Lane', '[adres]'],
    ['4 rue de la Gare', '[adres]'],
  ])('are found by their form: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'Het stadhuis aan Raadhuisplein 1 is dicht',
    'onze winkel: Breestraat 40',
    'visit our office at 5 Fleet Street',
    'Postbus 4411, 3503 RK Utrecht',
    'een ThinkPad 14',
    'op de snelweg 3 kilometer file',
    'de Dorpsstraat is opgebroken',
  ])('of shops and offices stay, and what has a number otherwise: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});
