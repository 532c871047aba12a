import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../../bot/turn/phrases/phrases-of.js';

/** In words; what B1 readers follow at once. */
const LONGEST_SENTENCE = 20;
const NAMES = { bot: 'Robin', company: 'Voorbeeld', author: 'Sanne', rank: 'Expert', date: '3 maart 2025' };

/** Phrases that are given a list. */
const LISTING = new Set(['doesNotMention', 'itMatters']);

/** Every text of a language: constants as they are, functions called with names. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    if (value.length > 1) return textsOf(value('Sanne', 'Robin.', 'U bent aan de beurt.'));
    if (LISTING.has(value.name)) return textsOf(value(['Spanje', '5G']));
    return textsOf(value(value.name === 'place' ? 3 : NAMES));
  }
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.values(value as object).flatMap(textsOf);
}

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, child]) => keysOf(child, `${path}.${key}`))
    : [path];

describe.each(['nl', 'en'] as const)('phrases in %s', (language) => {
  const phrases = phrasesOf(language);
  const texts = textsOf(phrases);

  it('have no sentence longer than twenty words', () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE)).toEqual([]);
  });

  it('are never empty', () => {
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('speak of no technique', () => {
    expect(
      texts.filter((text) => /\b(index|database|vector|score|API|JSON|error|null|undefined)\b/.test(text)),
    ).toEqual([]);
  });

  it('say that it is a bot and how to reach a person', () => {
    for (const text of [
      phrases.welcome(NAMES),
      phrases.introduction(NAMES),
      phrases.smallTalk['who-are-you'](NAMES)[0],
    ]) {
      expect(text).toMatch(/chatbot/);
      expect(text).toMatch(language === 'nl' ? /"medewerker"/ : /"agent"/);
    }
  });

  it('have another wording for whatever can come twice in a row', () => {
    for (const wordings of [
      phrases.askForWords,
      phrases.apology,
      phrases.filesOnly,
      phrases.didYouMean,
      phrases.leadOfDoubt,
      ...Object.values(phrases.offer),
    ]) {
      expect(new Set(wordings).size).toBeGreaterThan(1);
    }
  });
});

describe('phrases', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(phrasesOf('en'))).toEqual(keysOf(phrasesOf('nl')));
  });

  it('address the customer formally in Dutch', () => {
    expect(textsOf(phrasesOf('nl')).filter((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))).toEqual([]);
  });
});
