import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('names that are told by where they stand', () => {
  it.each([
    ['Hi, this is Ngozi, my modem died', 'Hi, this is [naam], my modem died'],
    ['Goedemiddag, met Loes de Boer', 'Goedemiddag, met [naam]'],
    ['Opgelost!\nLiefs, Fenneke xxx', 'Opgelost!\nLiefs, [naam] xxx'],
    ['met vr. gr. P.J. v.d. Wal', 'met vr. gr. [naam]'],
    ['Groetjes van Özge en Kees Demir', 'Groetjes van [naam]'],
    ['Signed, K. L. Osei (Dr)', 'Signed, [naam]'],
    ['Dat was het, Annemarie. Sterkte', 'Dat was het, [naam]. Sterkte'],
    ['Pieter en ik zaten in het donker', '[naam] en ik zaten in het donker'],
    ['bel 06 en vraag naar Tineke', 'bel 06 en vraag naar [naam]'],
    ['rekeninghouder P. Mol e/o A. Bos', 'rekeninghouder [naam]'],
    ['Best, Chukwu (sent from my phone)', 'Best, [naam] (sent from my phone)'],
    ["I called Tineke's number", "I called [naam]'s number"],
    ['was getekend G. Postma', 'was getekend [naam]'],
    ['account 8830-1192-74, name **Olu Balogun**', 'account [klantnummer], name **[naam]**'],
    ['Tineke belde vanmorgen', '[naam] belde vanmorgen'],
    ['mijn kinderen Pieter en Tineke', 'mijn kinderen [naam]'],
    ['my grandson Rahim set it up', 'my grandson [naam] set it up'],
    ['Marieke Postma, tel 070', '[naam], tel 070'],
    ['Het pakket is van Marieke Postma', 'Het pakket is van [naam]'],
    ['Marieke Postma belde al twee keer', '[naam] belde al twee keer'],
    ['Brief van Marieke Postma gekregen', 'Brief van [naam] gekregen'],
    ['We spoke with Przemysław Wójcik upstairs', 'We spoke with [naam] upstairs'],
    ['De kaart is voor Nilüfer Aksoy (mijn tante)', 'De kaart is voor [naam] (mijn tante)'],
  ])('are found: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    '"Meneer de Beer" is het wachtmuziekje',
    'Bel de helpdesk en vraag naar Marloes',
    'Het boek van Karin Slaughter is te leen',
    'I commute from Simon Fraser University',
    'Since 2023 it does work, under the name **Zwaluw Duo**: a second eSIM',
    'Het heet nu anders, onder de naam Groene Start',
    'de Marie Curiestraat ligt open',
    'the symbol turns into an E. Imported phones do that',
    'An IBAN has up to 34 characters',
    'Groetjes,\nTeam Webcare',
    'De cd van Boudewijn Postma kost € 12',
    'Een lift voor Victoria Park is er niet',
  ])('of works, staff and things named after people stay: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});
