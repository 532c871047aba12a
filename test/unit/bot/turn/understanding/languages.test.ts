import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import { detectLanguage } from '../../../../../bot/turn/understanding/language/detect-language.js';
import { ownWords } from '../../../../../bot/turn/understanding/language/own-words.js';

interface Row {
  readonly text: string;
  readonly language: SpokenLanguage;
  readonly page: SpokenLanguage;
}

const rows = readFileSync('data/evaluation/languages.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const shareOf = (language: SpokenLanguage) => {
  const own = rows.filter((row) => row.language === language);
  const right = own.filter(
    ({ text, page }) => detectLanguage(text, { language: page, isKnown: false }).language === language,
  );
  return right.length / own.length;
};

describe('the language of short searches', () => {
  it('stays Dutch where a Dutch customer types loan words, names, codes or mark-up', () => {
    expect(shareOf('nl')).toBeGreaterThanOrEqual(0.95);
  });

  it('becomes English where an English sentence is typed on a Dutch page', () => {
    expect(shareOf('en')).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    'app crasht',
    'Fire TV Stick',
    'tap to pay',
    'pay-off code',
    'dashboard',
    'No service in beeld',
    'The connection was reset',
    'This site can’t be reached',
  ])('is no reason to leave Dutch: "%s"', (text) => {
    for (const isKnown of [false, true]) {
      expect(detectLanguage(text, { language: 'nl', isKnown }).language).toBe('nl');
    }
  });

  it('is no reason to leave English where a page of the company is named', () => {
    expect(detectLanguage('Mijn Zwaluw', { language: 'en', isKnown: false }).language).toBe('en');
  });

  it('is English where a word is also Dutch: "my front door camera is offline"', () => {
    const page = { language: 'nl', isKnown: false } as const;
    expect(detectLanguage('my front door camera is offline', page).language).toBe('en');
  });

  it('is not told by what others or a machine wrote', () => {
    expect(ownWords('> thanks for your message\n@Anna <b>puk</b> `ping x`')).toBe('puk');
  });
});
