import { describe, expect, test } from 'vitest';
import type { OutgoingMessage, SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { spokenText } from '../../../../channels/text/spoken-text.js';
import { inWords } from '../../../support/in-words.js';

function spoken(markdown: string, language: SpokenLanguage = 'nl', changes: Partial<OutgoingMessage> = {}) {
  return spokenText({
    speaker: { kind: 'bot', name: 'Robin' },
    ...inWords(markdown),
    isQuote: false,
    language,
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: null,
    ...changes,
  });
}

describe('what a voice says', () => {
  test.each([
    ['**Klaar** met _alles_', 'Klaar met alles.'],
    [
      'Kijk op https://zwaluw.example/help of mail info@zwaluw.example.',
      'Kijk op het adres op het scherm of mail het adres op het scherm.',
    ],
    ['Zie [de pagina](https://zwaluw.example/a).', 'Zie de pagina.'],
    ['1. Open Instellingen\n2. Kies Bellen', 'Stap 1: Open Instellingen. Stap 2: Kies Bellen.'],
    ['- Eén\n- Twee', 'Eén. Twee.'],
    ['Bel 0800-1234567 of +31 6 1234', 'Bel 0 8 0 0, 1 2 3 4 5 6 7 of plus 3 1, 6, 1 2 3 4.'],
    ['Toets *#06# in', 'Toets sterretje hekje 0 6 hekje in.'],
    ['Het kost € 12,50 of €9', 'Het kost 12 euro 50 of 9 euro.'],
    ['Open van 9-17 op 1-3-2025', 'Open van 9 tot 17 op 1-3-2025.'],
    ['Ga naar Instellingen > Netwerk', 'Ga naar Instellingen, dan Netwerk.'],
    ['Uw code is 123456', 'Uw code is 1 2 3 4 5 6.'],
    ['Nu ~~20~~ 15 euro 🎉', 'Nu 15 euro.'],
    ['```\nnpm i\n```', 'De code staat op het scherm.'],
    ['', ''],
  ])('of %j is %j', (markdown, expected) => {
    expect(spoken(markdown)).toBe(expected);
  });

  test('is in the language of the message', () => {
    expect(spoken('1. Dial *#06#\n2. Pay €5', 'en')).toBe(
      'Step 1: Dial star hash 0 6 hash. Step 2: Pay 5 euros.',
    );
  });

  test('is short, ends with a sentence, and says where the rest is', () => {
    const said = spoken(Array.from({ length: 60 }, (_, at) => `Dit is zin ${at}.`).join(' '));
    expect(said.length).toBeLessThan(480);
    expect(said).toMatch(/Dit is zin \d+\. De rest staat op het scherm\.$/);
    expect(spoken('Kort.', 'nl', { more: { title: 'Lees verder', ...inWords('Kort. Lang.') } })).toBe(
      'Kort. De rest staat op het scherm.',
    );
  });

  test('ends with what may be answered', () => {
    const yes = { title: 'Ja', value: { action: 'request-person' } } as const;
    const feedback = { question: 'Heeft dit geholpen?', yes, no: { ...yes, title: 'Nee' } } as never;
    expect(spoken('Klaar.', 'nl', { feedback })).toBe('Klaar. Heeft dit geholpen? U kunt zeggen: Ja of Nee.');
  });
});
