import { describe, expect, it } from 'vitest';
import { redact } from '../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('names', () => {
  it.each([
    ['Beste mevrouw Ter Horst-Bal, uw aanvraag', 'Beste [naam], uw aanvraag'],
    ['Hallo Piotr Zieliński, probeer dit', 'Hallo [naam], probeer dit'],
    ['Hoi Klusser, probeer dit', 'Hoi Klusser, probeer dit'],
    ['Hoi Floor, probeer dit', 'Hoi [naam], probeer dit'],
    ['Klaar.\nGroetjes,\nSjors', 'Klaar.\nGroetjes,\n[naam]'],
    ['Klaar. Mvg, Emine Kaya', 'Klaar. Mvg, [naam]'],
    ['Ik ben Hessel Ybema uit Sneek', 'Ik ben [naam] uit Sneek'],
    ['op naam van mijn man R.W. van Laar', 'op naam van mijn man [naam]'],
    ['Onze buurvrouw Hatice ook', 'Onze buurvrouw [naam] ook'],
    ['ingediend door C.A. Mol-Vink', 'ingediend door [naam]'],
    ['t.a.v. dhr. S. van der Zee', 't.a.v. [naam]'],
    ['Contactpersoon: Tomasz Lis', 'Contactpersoon: [naam]'],
  ])('are found where people are greeted, sign and introduce themselves: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    ['This is Imran Butt from number six', 'This is [name] from number six'],
    ['Regards, Hilda', 'Regards, [name]'],
    ['Ms Adeyemi called', '[name] called'],
  ])('in English: %s', (text, expected) => {
    expect(seen(text, 'en')).toBe(expected);
  });

  it.each([
    'Ik ben Nederlander en woon in Polen',
    'Ik ben Odido Thuis klant',
    'Met vriendelijke groet,\nTeam Storingen',
    'Beste Zwaluw, kan dat?',
    'vraag Karin van de balie',
    'Simon Carmiggelt is te leen',
    'This is Windows Vista',
    'Dear Customer, your plan changes',
    'Stap A. Klik op Start',
    'een B.V. Nuts',
    'een broodje Dr. Oetker',
  ])('of things, companies and staff stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});
