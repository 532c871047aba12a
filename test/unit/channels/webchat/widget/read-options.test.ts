import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../../channels/webchat/widget/read-options.js';
import { chooseLanguage } from '../../../../../channels/webchat/widget/words/choose-words.js';

const PAGE = { origin: 'https://chat.example', language: 'nl-NL', browserLanguage: 'en-US' };

function read(attributes: Record<string, string> = {}, page = PAGE) {
  return readOptions((name) => attributes[name] ?? null, page);
}

describe('readOptions', () => {
  it('takes server and language from script and page', () => {
    expect(read()).toMatchObject({ server: 'https://chat.example', language: 'nl', botName: 'Assistent' });
  });

  it('takes every text from attributes', () => {
    const options = read({
      server: 'https://a.example//',
      language: 'en',
      'chat-title': 'T',
      greeting: 'G',
      'bot-name': 'B',
    });
    expect(options).toMatchObject({
      server: 'https://a.example',
      language: 'en',
      title: 'T',
      greeting: 'G',
      botName: 'B',
    });
  });

  it('takes the first questions of its language, six at most, and a place for privacy', () => {
    const questions = { questions: 'a|b', 'questions-nl': ' Hoe zet ik voicemail uit? | |c|d|e|f|g|h' };
    expect(read(questions).questions).toEqual(['Hoe zet ik voicemail uit?', 'c', 'd', 'e', 'f', 'g']);
    expect(read({ ...questions, language: 'en' }).questions).toEqual(['a', 'b']);
    expect(read()).toMatchObject({ questions: [], privacyText: '', privacyLink: '' });
    const link = 'https://a.example/privacy';
    expect(read({ 'privacy-link': link })).toMatchObject({
      privacyLink: link,
      privacyText: 'Wat u hier schrijft, bewaren we een tijd om u te helpen.',
    });
    expect(read({ 'privacy-link': 'javascript:alert(1)', 'privacy-text': 'T' })).toMatchObject({
      privacyLink: '',
      privacyText: 'T',
    });
  });

  it('names the company in the default texts', () => {
    expect(read({ company: 'Zwaluw' })).toMatchObject({
      title: 'Hulp van Zwaluw',
      botName: 'Assistent Zwaluw',
    });
  });
});

describe('chooseLanguage', () => {
  it.each([
    [['nl-BE', 'en'], 'nl'],
    [[null, '', 'EN-gb'], 'en'],
    [['de', 'nl'], 'en'],
    [[null, 'zh-Hans', 'nl-NL'], 'en'],
    [['de', 'fr'], 'en'],
  ] as const)('of %j takes %s', (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });
});
