import { describe, expect, it } from 'vitest';
import type { SpokenLanguage } from '../../../../../../bot/contracts/messages.js';
import { detectLanguage } from '../../../../../../bot/turn/understanding/language/detect-language.js';
import { readExamples } from '../read-examples.js';

const other = (language: SpokenLanguage): SpokenLanguage => (language === 'nl' ? 'en' : 'nl');

describe('detectLanguage', () => {
  const rows = ['person', 'company', 'follow-up'].flatMap((name) =>
    readExamples<{ text: string; language: SpokenLanguage }>(name),
  );
  const long = rows.filter(({ text }) => text.split(' ').length >= 4);

  it('recognises the language of a sentence on a page in the other', () => {
    const wrong = long.filter(
      ({ text, language }) =>
        detectLanguage(text, { language: other(language), isKnown: false }).language !== language,
    );
    expect(long.length).toBeGreaterThan(600);
    expect(wrong.length / long.length, wrong.map(({ text }) => text).join('\n')).toBeLessThan(0.02);
  });

  it('keeps the language of the page where it is right', () => {
    const wrong = rows.filter(
      ({ text, language }) => detectLanguage(text, { language, isKnown: false }).language !== language,
    );
    expect(wrong.length / rows.length, wrong.map(({ text }) => text).join('\n')).toBeLessThan(0.01);
  });

  it.each(['ok', 'wifi', 'router?', '5G', 'esim iphone', '👍', '12345'])('is not moved by "%s"', (text) => {
    for (const language of ['nl', 'en'] as const) {
      expect(detectLanguage(text, { language, isKnown: true })).toEqual({ language, isKnown: true });
    }
  });

  it.each([
    ['an address', 'zwaluw.example/help/setting-up-your-phone'],
    ['an e-mail address', 'kees@the-best-office.com'],
    ['the name of a file', 'screenshot_from_my_phone.png'],
    ['the name of a file of an iPhone', 'IMG_2034.HEIC'],
    ['a quotation by tags', '[quote="Pieter"]please check the settings of your phone[/quote] klopt dit?'],
    ['mark-up', '<img src=x onerror=alert(1)> voicemail uitzetten'],
    ['a mention', '@support_team_of_the_phone hallo'],
    ['the name of a product', 'Apple Watch'],
    ['a service', 'Voicemail'],
    ['an error of the browser', 'Error: net::ERR_CONNECTION_REFUSED bij mijnbox.local'],
    ['an error of a program', 'TypeError: Cannot read properties of undefined'],
    ['the signature of a mail program', 'Outlook for Android sent from my phone: hoe zeg ik op?'],
    ['another signature', 'Sent from my iPhone'],
    ['what a screen says', 'No SIM card inserted'],
    ['what a page says', 'error 404 not found'],
    ['a setting', 'Find My iPhone'],
    ['a switch in a menu', 'wifi off'],
    ['a page of a menu', 'my account'],
  ])('does not take %s for words', (_name, text) => {
    expect(detectLanguage(text, { language: 'nl', isKnown: false }).language).toBe('nl');
  });

  it.each([
    'turn off voicemail',
    'my bill',
    'the page says not found, what now?',
    'sent my phone back but no refund yet',
    'no service since yesterday',
  ])('still hears "%s" as English', (text) => {
    expect(detectLanguage(text, { language: 'nl', isKnown: false }).language).toBe('en');
  });

  it.each([
    'Wie kann ich meine SIM-Karte aktivieren?',
    'Wo finde ich meine Rechnung und wann wird sie bezahlt?',
    'Comment puis-je activer ma carte SIM ?',
    "Où est-ce que je trouve ma facture d'internet ?",
  ])('keeps the language for one it does not speak: %s', (text) => {
    expect(detectLanguage(text, { language: 'en', isKnown: true }).language).toBe('en');
    expect(detectLanguage(text, { language: 'nl', isKnown: true }).language).toBe('nl');
  });

  it.each([
    ['hallo', 'nl'],
    ['Hoi!', 'nl'],
    ['goedemorgen', 'nl'],
    ['hello', 'en'],
    ['Good morning', 'en'],
  ])('greets "%s" in its own language on either page', (text, language) => {
    for (const page of ['nl', 'en'] as const) {
      expect(detectLanguage(text, { language: page, isKnown: false }).language).toBe(language);
    }
  });

  it.each(['hi', 'hey'])('keeps the language of the page for "%s"', (text) => {
    for (const page of ['nl', 'en'] as const) {
      expect(detectLanguage(text, { language: page, isKnown: false })).toEqual({
        language: page,
        isKnown: false,
      });
    }
  });

  it('does not take one word for a proof', () => {
    const greeted = detectLanguage('hello', { language: 'nl', isKnown: false });
    expect(greeted).toEqual({ language: 'en', isKnown: false });
    expect(detectLanguage('wifi werkt niet', greeted)).toEqual({ language: 'nl', isKnown: true });
  });

  it('leaves a known language only for a clear text', () => {
    const known = { language: 'nl', isKnown: true } as const;
    expect(detectLanguage('thanks', known).language).toBe('nl');
    expect(detectLanguage('Can you answer me in English please?', known).language).toBe('en');
  });
});
