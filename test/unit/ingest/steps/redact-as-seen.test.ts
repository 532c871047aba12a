import { describe, expect, it } from 'vitest';
import { redactQuestion } from '../../../../ingest/learning/redact-question.js';
import { redact } from '../../../../ingest/steps/redact.js';
import { readerView } from '../../../../ingest/steps/redaction/reader-view.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { fc } from '../../../support/properties.js';
import { makeReply, makeThread } from '../make-thread.js';

const nl = (text: string, contacts: readonly string[] = []) => redact(text, 'nl', contacts).text;
const origin = { source: 'forum', fallbackLanguage: 'nl', publicContacts: [] };

function published(body: string, format: 'html' | 'markdown' | 'text'): string {
  const thread = makeThread({ format, language: 'nl', title: 'Hoe werkt het?' });
  const result = toItem(thread, makeReply({ body }), origin);
  return result.kind === 'item' ? result.item.answer : result.reason;
}

describe('personal data is found as a reader sees it', () => {
  it.each([
    ['no-break spaces as entities', 'NL19&nbsp;INGB&nbsp;0005&nbsp;1541&nbsp;61', '[rekeningnummer]'],
    ['entities encoded twice', 'bel 06&amp;nbsp;1234&amp;#160;5678', 'bel [telefoonnummer]'],
    ['zero-width entities', '0&#8203;6&#x200B;12&zwnj;34&shy;5678', '[telefoonnummer]'],
    ['zero-width characters', '06\u200b1234\u00ad56\u206078', '[telefoonnummer]'],
    ['digits as entities', 'bel &#48;&#54;12345678', 'bel [telefoonnummer]'],
    ['an at sign as entity', 'jan&#64;voorbeeld&period;nl', '[e-mailadres]'],
    ['thin and figure spaces', '06\u200912\u200734\u202f56\u00a078', '[telefoonnummer]'],
    ['full-width digits', '０６１２３４５６７８', '[telefoonnummer]'],
    ['Arabic digits', '٠٦١٢٣٤٥٦٧٨', '[telefoonnummer]'],
    ['mathematical digits', '𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '[telefoonnummer]'],
    ['keycaps', '0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '[telefoonnummer]'],
    ['other dashes', '06‑12‒34−56—78', '[telefoonnummer]'],
    ['backslash escapes', '06\\-12\\.34\\.56\\.78', '[telefoonnummer]'],
    ['several blanks', '06   12   34   56   78', '[telefoonnummer]'],
    ['code', '06 `1234` 5678', '[telefoonnummer]'],
    ['tags', '06 <b>1234</b> 5678', '[telefoonnummer]'],
    ['a link inside', '06 [1234](https://x.example/a) 5678', '[telefoonnummer]'],
    ['a line break', '06 1234  \n5678', '[telefoonnummer]'],
    ['an account over two lines', 'NL19 INGB\n0005 1541 61', '[rekeningnummer]'],
    ['emphasis inside an account', 'NL19 INGB _0005_ 1541 61', '[rekeningnummer]'],
    ['a blank behind the country', 'NL 19 INGB 0005 1541 61', '[rekeningnummer]'],
    ['a hyphen behind the country', 'nl-19 ingb 0005 1541 61', '[rekeningnummer]'],
    ['a citizen number', 'bsn 111&nbsp;222&nbsp;333', 'bsn [burgerservicenummer]'],
    ['a name', 'Mijn naam is&nbsp;Jan&nbsp;de&nbsp;Vries.', 'Mijn naam is&nbsp;[naam].'],
    ['initials of two letters', 'Mijn naam is A.Th. de Visser en', 'Mijn naam is [naam] en'],
    ['a title and two initials', 'Ik heet mr. Ph.J. van der Woude-Smit.', 'Ik heet [naam].'],
    ['titles in a row', 'mijn naam is prof. dr. Joh.Chr. Bakker,', 'mijn naam is [naam],'],
  ])('through %s', (_title, text, expected) => {
    expect(nl(text)).toBe(expected);
  });

  it.each([
    ['06 **1234** 5678', '[telefoonnummer]'],
    ['**06** 12345678 en **vet**', '**[telefoonnummer]** en **vet**'],
    ['06 **12345678 en vet** dus', '**[telefoonnummer] en vet** dus'],
    ['*bel 06* 12345678', '*bel [telefoonnummer]*'],
    ['[bel 06](https://x.example/a) 12345678', '[bel [telefoonnummer]](https://x.example/a)'],
    ['een *lijst* &amp; 06-12345678 &lt;3', 'een *lijst* &amp; [telefoonnummer] &lt;3'],
  ])('and the formatting around it stays: %s', (text, expected) => {
    expect(nl(text)).toBe(expected);
  });

  it.each([
    ['html', '<p>06 <b>1234</b> <b>5678</b></p>'],
    ['html', '<p>06 1234<br>5678</p>'],
    ['html', '<p>Rekening NL19&nbsp;INGB&nbsp;0005&nbsp;1541&nbsp;61</p>'],
    ['html', '<p>06&amp;nbsp;12&amp;nbsp;34&amp;nbsp;56&amp;nbsp;78</p>'],
    ['html', '<p>0&#8203;6&shy;12345678</p>'],
    ['markdown', 'Bel 06&nbsp;12&nbsp;34&nbsp;56&nbsp;78 of NL19&nbsp;INGB&nbsp;0005&nbsp;1541&nbsp;61'],
    ['markdown', 'Bel 06 <b>1234</b> **5678**'],
    ['text', 'Bel 06_1234 of 06 12\n34 56 78 of NL19 INGB 0005 1541 61'],
    ['text', 'Bel ０６１２３４５６７８'],
  ] as const)('in an answer of the format %s: %s', (format, body) => {
    const answer = published(body, format).replace('06\\_1234', '');
    expect(answer).toMatch(/\[(telefoonnummer|rekeningnummer)\]/);
    expect(answer).not.toMatch(/1234|5678|1541|12345678|56/);
  });

  it('in titles, tags, ranks and what learning keeps', () => {
    const hidden = '06&amp;nbsp;12&amp;nbsp;34&amp;nbsp;56&amp;nbsp;78';
    const answer = makeReply({ author: { name: 'jan', rank: 'bel 0612345678' } });
    const thread = makeThread({
      language: 'nl',
      title: `Bel mij op ${hidden}`,
      tags: ['sim', '06-12345678'],
    });
    expect(toItem(thread, answer, origin)).toMatchObject({
      item: {
        question: 'Bel mij op [telefoonnummer]',
        tags: ['sim', '[telefoonnummer]'],
        author: { rank: 'bel [telefoonnummer]' },
      },
    });
    expect(redactQuestion('bel <b>06</b>&nbsp;1234&nbsp;5678 svp', 'nl', [])).toContain('[telefoonnummer]');
  });

  it("leaves the company's own contacts, however they are written", () => {
    const text = 'bel 070&nbsp;750&nbsp;37&nbsp;20 of **070** 750 37 20';
    expect(nl(text, ['+31 70 750 37 20'])).toBe(text);
  });

  it('loses a link whose address hides a number', () => {
    expect(nl('[app](https://wa.me/&#51;1612345678)')).toBe('app');
  });

  it('knows for every sign it shows where that stands', () => {
    const piece = fc.constantFrom(
      'a',
      '6',
      ' ',
      '&nbsp;',
      '&#8203;',
      '**',
      '\\_',
      '\n',
      '<b>',
      '[x](https://y.example)',
      '０',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const { text, starts, ends } = readerView(source);
        expect(starts).toHaveLength(text.length);
        for (const [at, start] of starts.entries()) {
          expect(start).toBeLessThan(ends[at] ?? 0);
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});

describe('personal data beside the word that names it', () => {
  it.each([
    ['Ik woon aan de Prinsengracht 212 in Amsterdam', 'Ik woon aan [adres] in Amsterdam'],
    ['we wonen op de Laan van Meerdervoort 12a, Den Haag', 'we wonen op [adres], Den Haag'],
    ['mijn adres is Dorpsstraat 5', 'mijn adres is [adres]'],
    ['I live at 221B Baker Street in London', 'I live at [adres] in London'],
    ['kenteken 14-VVD-4; XR-123-B', 'kenteken [kenteken]; [kenteken]'],
    ['my license plate is AB12 CDE', 'my license plate is [kenteken]'],
    ['geboren op 12 maart 1971, paspoort NXR4B7C21', 'geboren op [geboortedatum], paspoort [documentnummer]'],
    ['geboortedatum: 12-03-1971', 'geboortedatum: [geboortedatum]'],
    ['date of birth March 3, 1980', 'date of birth [geboortedatum]'],
    ['84.104.22.17; A4:2B:8C:11:22:33', '[IP-adres]; [MAC-adres]'],
    ['mijn IP is 5.6.7.8', 'mijn IP is [IP-adres]'],
    ['2a02:a420:12:34::1', '[IP-adres]'],
    ['Het wifi-wachtwoord is Welkom123!', 'Het wifi-wachtwoord is [wachtwoord]'],
    ['password: **P@ssw0rd** ok', 'password: **[wachtwoord]** ok'],
  ])('%s', (text, expected) => {
    expect(nl(text)).toBe(expected);
  });
});

describe('what names nobody stays', () => {
  it.each([
    'Mijn foutcode was 205507074',
    'error 205507074 bij het starten',
    'artikelnummer 205507074',
    'dat kost € 205507074',
    '03.07 - 17.07.15',
    'van 06.07 - 17.07.15 dicht',
    '06/07/2024 t/m 17/07/2024',
    'Ik woon op Texel 3 jaar',
    'verhuisd naar Amsterdam 2 maanden geleden',
    'overgestapt op Windows 11',
    'het model XR-123-B heeft geen kenteken',
    'een paspoort is 10 jaar geldig, tot 2034',
    'geboren in 1971',
    'DNS 8.8.8.8 en 195.121.1.34',
    'subnetmasker 255.255.255.0, gateway 192.168.1.1, adres 172.16.4.1',
    'firmware 84.104.22.17',
    'MAC 00:11:22:33:44:55 als voorbeeld',
    'om 12:34:56',
    'het wachtwoord is verlopen',
    'wachtwoord: minimaal 8 tekens',
    'Password is case-sensitive',
    'het standaard wachtwoord is Admin123',
    'nummers:\n1. 06 123\n2. 45678',
    '2 * 3 * 4, a_b_c en *#06#',
  ])('%s', (text) => {
    expect(nl(text)).toBe(text);
  });
});
