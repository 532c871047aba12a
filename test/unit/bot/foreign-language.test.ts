import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foreignLanguageIn } from '../../../bot/turn/understanding/language/foreign-language.js';
import { FakeKnowledgeBase } from './support/fake-knowledge-base.js';
import { TestBot } from './support/test-bot.js';

describe('foreignLanguageIn', () => {
  it.each([
    ['Wie aktiviere ich meine eSIM auf einem neuen Handy?', 'de'],
    ['Comment puis-je activer ma carte SIM ?', 'fr'],
    ['¿Cómo puedo activar mi tarjeta en el móvil nuevo?', 'es'],
    ['Come posso attivare la mia nuova SIM?', 'it'],
    ['Como posso ativar o meu cartão?', 'pt'],
    ['Jak mogę aktywować nową kartę?', 'pl'],
    ['Yeni telefonum için eSIM nasıl açılır?', 'tr'],
    ['Як активувати eSIM на новому телефоні?', 'other'],
    ['كيف أفعّل الشريحة؟', 'other'],
    ['Bonjour', 'fr'],
  ])('knows "%s" as %s', (text, language) => {
    expect(foreignLanguageIn(text)).toBe(language);
  });

  it.each([
    'Hoe zet ik mijn eSIM over op een nieuwe telefoon?',
    'wie kan mij helpen met mijn factuur',
    'can I move my eSIM to a new phone',
    'merci voor de hulp',
    'puk code',
    // Words that every object has as names.
    'constructor',
    'toString valueOf',
    'hasOwnProperty __proto__',
    'Mi Box werkt niet, wat nu',
    '> Wie kann ich das ändern?\nweet iemand dit',
    '👍👍👍',
    '',
  ])('takes "%s" for none', (text) => {
    expect(foreignLanguageIn(text)).toBeNull();
  });
});

describe('a customer who writes German', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open({
      knowledgeBase: new FakeKnowledgeBase({ esim: 'Scan de code.' }),
    });
  });
  afterEach(() => test.bot.stop());

  it('hears one sentence in German on what happens, then the answer; once', async () => {
    await test.say('Wie aktiviere ich meine eSIM auf einem neuen Handy?');
    const first = test.newMessages();
    expect(first[0]?.text).toMatch(/^Ich antworte auf Niederländisch/);
    expect(first.some(({ isQuote }) => isQuote)).toBe(true);
    await test.say('Und wie lange dauert das mit der eSIM?');
    expect(test.newTexts().join('\n')).not.toContain('Ich antworte');
  });

  it('is not searched as Dutch, also after Dutch was spoken', async () => {
    const languages: unknown[] = [];
    const { knowledgeBase } = test;
    const search = knowledgeBase.search.bind(knowledgeBase);
    knowledgeBase.search = (text, options) => {
      languages.push(options?.language);
      return search(text, options);
    };
    await test.say('hoe werkt mijn esim op deze telefoon?');
    await test.say('Wie aktiviere ich meine eSIM auf einem neuen Handy?');
    expect(languages[0]).toBe('nl');
    expect(languages.slice(1).every((language) => language === undefined)).toBe(true);
    expect(languages.length).toBeGreaterThan(1);
  });

  it('hears in danger the number first, and nothing of languages', async () => {
    await test.say('Feuer! Es ist brand in der Küche, er is brand in mijn meterkast');
    expect(test.newTexts()[0]).toContain('112');
  });

  it('hears it in English where the bot has no sentence in their language', async () => {
    await test.say('Як активувати eSIM на новому телефоні?');
    expect(test.newTexts()[0]).toMatch(/^I answer in Dutch/);
  });
});
