import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../ingest/steps/redact.js';

const seen = (text: string, language = 'nl') => redact(text, language).text;

describe('addresses', () => {
  it.each([
    'Boslaan 44 bus 3, 2060 Antwerpen',
    'Zandpad 94, 3011 JP Rotterdam',
    'Flat 3, 27 Castle Road, Leeds LS6 2QT',
    '1180 Cedar Avenue, Apt 5C',
    '12 The Ridings, Harrogate HG1 4AA',
    'Lindenallee 7a, 50968 Köln',
    'Rue du Lac 8, 6980 La Roche',
    '14 bis rue des Roses, 59800 Lille',
    '14-II Ceintuurbaan',
    '742 N. Oak, Dayton, OH 45402',
  ])('are found with their door and town: %s', (text) => {
    expect(seen(text)).toBe('[adres]');
  });

  it.each([
    ['bij de buren op nummer 27', 'bij de buren op [adres]'],
    ['ik woon in de Grutto 12', 'ik woon in [adres]'],
    ['portiek Eikenhof 3 t/m 17 klaagt', 'portiek [adres] klaagt'],
    ['ik zit op SW9 4QJ, number 15', 'ik zit op [adres]'],
    ['van Korte Nieuwstraat 12 rood weg', 'van [adres] weg'],
    ['hier bij ons aan de Singel 210', 'hier bij ons aan de [adres]'],
    ['ons huis (Achterom 31)', 'ons huis ([adres])'],
    ['aan de Lekdijk Oost 14', 'aan de [adres]'],
    ['bezorgadres is kerkstr. 12', 'bezorgadres is [adres]'],
    ['de woning Oude Delft 118', 'de woning [adres]'],
    ['at The Old Mill, Church Lane, Kirby LE14 2TB', 'at [adres]'],
    ['my flat 17/4 Leith Walk', 'my flat [adres]'],
    ['supply address is Flat 12, Millbank House', 'supply address is [adres]'],
    ['Ich wohne Am Hang 4b', 'Ich wohne [adres]'],
    ['2384 gx 9 is onbekend', '[adres] is onbekend'],
    ['I live in Dunmore Gardens 3', 'I live in [adres]'],
  ])('are found by who lives there, in ranges, and behind their code: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it.each([
    'Fiets gebracht voor reparatie op nummer 2210',
    'Vanaf 1986 in de Molenstraat',
    'Rond het Museumplein 3 dagen feest',
    'Your records put the meter at number 6',
    'Kies Usb-poort 3 en HDMI-poort 2',
    'Stuur het naar Antwoordnummer 5510, 8000 VB Zwolle',
    'Storing 3 van deze week',
    'I lived in Dunmore 2012',
    'in 2384 in 9 dagen',
  ])('are none of these: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('birth dates', () => {
  it.each([
    'ik ben van zes mei negentienvijftig',
    'Mijn moeder, Riet, is van 1-4-1938',
    'dochter (21/06/2015)',
    '3 mei 1961 is mijn geboortedatum',
    'née le 1er mars 1971',
    'mijn verjaardag is 12 maart',
    "geb. 3 mei '61",
    'd.o.b 03.05.61',
    'geb. dd. 03/05/61',
    "geb. 03-05-'61",
    'I was born on third of may nineteen sixty-one',
  ])('are found in figures and in words: %s', (text) => {
    expect(seen(text)).toContain('[geboortedatum]');
    expect(seen(text)).not.toMatch(/\d|negentien|nineteen/);
  });

  it('are found where somebody tells how old they turn', () => {
    expect(seen('ik word 65 op 3 mei 2026')).toBe('ik word 65 op [geboortedatum]');
  });

  it.each(['geboren voor 1 januari 2006', 'verjaardagsactie tot 12 maart', 'de factuur is van 1-4-2024'])(
    'are no days of other things: %s',
    (text) => {
      expect(seen(text)).toBe(text);
    },
  );
});

describe('papers and plates', () => {
  it.each([
    'V-nummer 270 448 1936',
    'identiteitskaart 592-1234567-89',
    'NXR4B7C21 is mijn paspoortnummer',
    'rijbewijsnummer 512 345 6789',
    'Reisepass C01 X00 T47',
    'mijn ID (NXR4B7C21)',
    'documentnr. NXR4B7C21',
    'kopie ID NXR4B7C21',
    'ook ID NXR4B7C21',
    'pasp.nr. NXR4B7C21',
    'licence no. TAMME 805221 G99HK',
  ])('are found in the groups of each country: %s', (text) => {
    expect(seen(text)).toContain('[documentnummer]');
    expect(seen(text)).not.toMatch(/\d{2}/);
  });

  it.each([
    'kenteken gb 482 k',
    'mijn auto gb-482-k',
    'ma voiture AB-482-CD',
    'ik rij in de GB482K',
    'my old banger P482 NGH',
    'nummerbord GB-482-K',
    'met GB-482-K in de blauwe zone',
  ])('plates are found in capitals and small letters: %s', (text) => {
    expect(seen(text)).toContain('[kenteken]');
    expect(seen(text)).not.toContain('482');
  });

  it.each(['paspoort binnen 14 dagen ophalen', 'rijbewijs B met code 96', 'ID-bewijs vanaf 25 jaar'])(
    'what is said of papers stays: %s',
    (text) => {
      expect(seen(text)).toBe(text);
    },
  );
});

describe('passwords', () => {
  it.each([
    'wachtwoord: zonnebloem',
    'my password is Sunshine',
    'ons ww is "drie kleine biggetjes"',
    'inloggen met Poekie99 als wachtwoord',
    'wifi heet Zolder, code zolder2014zolder',
    "le mot de passe c'est Camembert75!",
    'sleutelkluisje 3391',
    'pincode 4 8 2 1',
    'the code to the gate is 4417',
    'pincode van de simkaart was 7396',
    'het wachtwoord dat ik kreeg, Zwaan-Stoel-92, doet niks',
    'Mijn wachtwoord, Zwaan2024!, doet niks',
    'user tammes_8 en ww Zwaan!99',
    'het wachtwoord was gewoon Zwaantje',
    'I set the password to Sunshine44',
    'passcode: 771204',
    'inlogcode 771 204',
    'netwerk Zolder, sleutel: 77120488',
    'pw - Zwaan_1998',
    'ww wifi Zwaantje123!',
  ])('are found whatever they are made of: %s', (text) => {
    expect(seen(text)).toContain('[wachtwoord]');
  });

  it.each([
    'het wachtwoord is verlopen',
    'wachtwoord: zie sticker',
    'Uw wachtwoord moet worden gewijzigd',
    'my password is wrong',
    'Kies een wachtwoord van minimaal 8 tekens',
    'Melding "wachtwoord is onjuist"',
    'password reset to factory defaults',
  ])('what is said of them stays: %s', (text) => {
    expect(seen(text)).toBe(text);
  });
});

it('reads hostile text in linear time', () => {
  const pieces = [
    '1 ',
    'A.',
    'Jan en ',
    'a-',
    '2 rue ',
    'zes ',
    'wachtwoord ',
    'nummer 1 ',
    'x@',
    'AB 1',
    'St. ',
    ', ',
    'a@',
    '0612',
    'NL91',
    '3511 AB ',
    'mijn naam is A ',
    '[a](https://',
    '(at) ',
    '.-',
  ];
  const timeOf = (length: number) => {
    const start = process.cpuUsage().user;
    for (const piece of pieces) redact(piece.repeat(length), 'nl');
    return process.cpuUsage().user - start;
  };
  timeOf(200);
  const short = timeOf(500);
  expect(timeOf(2_000)).toBeLessThan(short * 12 + 400_000);
});
