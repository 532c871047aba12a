import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('names by the looser signs of a letter', () => {
  it.each([
    ['Hallo, Fenna hier met een vraag', 'Hallo, [naam] hier met een vraag'],
    ['Ik (Trijntje Bakker, 79) kom er niet uit', 'Ik ([naam], 79) kom er niet uit'],
    ['@Rosalie dat werkte', '@[naam] dat werkte'],
    ['Thank you so much Imogen, it works', 'Thank you so much [naam], it works'],
    ['Yours sincerely\nM P Hargreaves', 'Yours sincerely\n[naam]'],
    ['Mit freundlichen Grüßen\ni.V. Gudrun Keller', 'Mit freundlichen Grüßen\ni.V. [naam]'],
    ['op het ticket staat BAKKER/TRIJNTJE MRS', 'op het ticket staat [naam]'],
    ['de weduwe van Wubbo Tammes belt', 'de weduwe van [naam] belt'],
    ['werkt weer!\ngroetjes trijntje', 'werkt weer!\ngroetjes [naam]'],
    ['gr kees en mieke', 'gr [naam]'],
    ['naam: t.h. bakker', 'naam: [naam]'],
    ['Zo heet ik Siebren, en zo niet', 'Zo heet ik [naam], en zo niet'],
    ['Mvg Trijntje de B.', 'Mvg [naam]'],
    ['Getekend: Johanna de Haan - van Dam', 'Getekend: [naam]'],
    ['Onze hulp Baukje kan niet inloggen', 'Onze hulp [naam] kan niet inloggen'],
    ['hier staat dat T. Tammes tekende', 'hier staat dat [naam] tekende'],
    ['sta daar als klant maar ik heet Siebren', 'sta daar als klant maar ik heet [naam]'],
    ['Opgelost. Baukje bedankt!', 'Opgelost. [naam] bedankt!'],
    ['Baukje, heb jij dat ook?', '[naam], heb jij dat ook?'],
    ['dat Baukje uit mijn straat wel kan bellen', 'dat [naam] uit mijn straat wel kan bellen'],
    ['gericht aan MISS K TAMMES', 'gericht aan MISS [naam]'],
    ['het abonnement van baukje tammes, mijn zus', 'het abonnement van [naam], mijn zus'],
    ['hier staat J.M.H. Tammes en daar J. Tammes', 'hier staat [naam] en daar [naam]'],
    ['achternaam Tammes, voornaam Baukje', 'achternaam [naam], voornaam [naam]'],
    ['De buurvrouw Baukje betaalt', 'De buurvrouw [naam] betaalt'],
    ['Aan: R. Tammes\nBetreft: opzegging', 'Aan: [naam]\nBetreft: opzegging'],
    ['kaarthouder M A DE HAAN', 'kaarthouder [naam]'],
    ['Hallo Baukje van het forum', 'Hallo [naam] van het forum'],
    ["Mijn collega's Baukje en Siebren", "Mijn collega's [naam]"],
    ['zijn naam is Siebren en hij is 80', 'zijn naam is [naam] en hij is 80'],
    ['groetjes van ria en cor', 'groetjes van [naam]'],
    ['Met dank, Hr. J. Tammes', 'Met dank, [naam]'],
    ['De incasso stond op D. van Dam eo J. Haan', 'De incasso stond op [naam]'],
  ])('are found: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'Groetjes dan maar',
    'Groeten uit Zeeland',
    '@moderator kan dit dicht?',
    'Bedankt Team',
    'Naam: SnelAPN en verder niets',
    'Hello UK Users',
    'de prijs/kwaliteit is goed',
    'Onze monteur Kees komt dinsdag',
    'Onze experts Kim en Bram staan klaar',
    'bel mij of anders mijn dochter',
    'Kies plan A of B. Daarna gaat het goed',
    'Pizza van Dr. Oetker in de oven',
  ])('are none of these: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('full names in a sentence', () => {
  it.each([
    ['Vraag gerust Wietske Tammes, zij heeft de pas', 'Vraag gerust [naam], zij heeft de pas'],
    ['Could you ring Imogen Hargreaves back? She is 90', 'Could you ring [naam] back? She is 90'],
    ['Das Konto läuft auf Gudrun Keller, meine Tante', 'Das Konto läuft auf [naam], meine Tante'],
    ['Wietske Tammes van twee huizen verder', '[naam] van twee huizen verder'],
    ['Het liep via Xandrijn Tammes, zij is verhuisd', 'Het liep via [naam], zij is verhuisd'],
    ['Noodcontact: Wietske Tammes (zus)', 'Noodcontact: [naam] (zus)'],
    ['Ik reis met Siebren van der Laan en die betaalt', 'Ik reis met [naam] en die betaalt'],
    ['kan de moderator Yusuf Tammes (mijn oom) bellen', 'kan de moderator [naam] (mijn oom) bellen'],
  ])('are those of people by who tells of them: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'Ik heb een Hugo Tammes jas gekocht',
    'Ik spaar bij Douwe Egberts-punten',
    'We zaten op de Alex Ferguson Stand',
    'Ik luister naar Boudewijn Tammes',
    'Mijn trein stopt bij Victoria Park',
    'Ik zat in de Maria Magdalenakerk',
    'Stuur het naar Unit 4, Harbour Park, our warehouse',
    'onze monteur Wietske Tammes was er snel bij',
    'I read about Malcolm Tammes University',
  ])('stay of things, of places and of those whom everybody knows: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});
