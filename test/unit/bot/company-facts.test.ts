import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCompanyFacts } from '../../../bot/company/read-company-facts.js';
import type { Embedder } from '../../../index/contracts/embedder.js';
import { embedQuery } from '../../../index/embedder/embed-query.js';
import { openEmbedder } from '../../../index/embedder/open-embedder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { FakeKnowledgeBase } from './support/fake-knowledge-base.js';
import { TestBot } from './support/test-bot.js';

const bundled = readCompanyFacts(undefined, 'Zwaluw');

function written(facts: unknown, company = 'Anders'): string {
  const path = join(temporaryFolder(), 'company.json');
  writeFileSync(path, JSON.stringify({ company, facts }));
  return path;
}
const spoken = (answer: string, asked: string[]) => ({ answer, asked });
const HOURS = {
  'opening-hours': {
    nl: spoken('Elke dag van 9 tot 5.', ['wat zijn jullie openingstijden']),
    en: spoken('Every day from 9 to 5.', ['what are your opening hours']),
  },
};

describe('the facts of a company', () => {
  it('are those of the sample company for that company alone', () => {
    expect(Object.keys(bundled)).toContain('opening-hours');
    expect(readCompanyFacts(undefined, 'Anders')).toEqual({});
    expect(Object.keys(readCompanyFacts(written(HOURS), 'Nog anders'))).toEqual(['opening-hours']);
  });

  it('stop the start with everything that is wrong', async () => {
    const path = written({
      'Opening hours': HOURS['opening-hours'],
      phone: { nl: spoken('Bel [ons](http://evil.example)', ['nummer']), en: spoken('', []) },
    });
    expect(() => readCompanyFacts(path, 'Anders')).toThrow(
      /Opening hours[\s\S]*https:[\s\S]*must have a question/,
    );
    await expect(TestBot.open({ settings: { COMPANY_FACTS: path } })).rejects.toMatchObject({
      code: 'COMPANY_FACTS_INVALID',
    });
    await expect(TestBot.open({ settings: { COMPANY_FACTS: '/nowhere.json' } })).rejects.toMatchObject({
      code: 'COMPANY_FACTS_UNREADABLE',
    });
  });
});

describe('a question about the company', () => {
  let embedder: Embedder;
  let test: TestBot;
  beforeAll(async () => {
    embedder = await openEmbedder({
      ...{ model: 'e5-small-community-nl-en', modelsDirectory: 'data/models', allowRemote: false },
      workerFile: new URL('../../../dist/index/embedder/embedding-worker.js', import.meta.url),
    });
    const knowledgeBase = Object.assign(
      new FakeKnowledgeBase({ gids: 'Kies Gids op de afstandsbediening.' }),
      { vectorsOf: (text: string) => embedQuery(embedder, text) },
    );
    test = await TestBot.open({ knowledgeBase });
    await test.bot.idle();
  });
  afterEach(() => void test.newTexts());
  afterAll(async () => {
    await test.bot.stop();
    await embedder.close();
  });

  let conversations = 0;
  const told = async (...said: string[]) => {
    const id = `c-${++conversations}`;
    for (const text of said) await test.say(text, { conversation: { id } });
    return test.newTexts(id).at(-1) ?? '';
  };

  it.each([
    ['zijn jullie met kerst open?', 'Dit laat Zwaluw zelf weten', '8.00 tot 20.00'],
    ['are you open on Christmas Eve?', 'This is what Zwaluw says', '8.00 to 20.00'],
    ['bent u op maandag geopend', 'Zwaluw zelf', '8.00 tot 20.00'],
    ['mag ik jullie telefoonnummer', 'Zwaluw zelf', '0800-0000'],
    ['Telefoonnummer?', 'Zwaluw zelf', '0800-0000'],
    ['adres?', 'Zwaluw zelf', 'Voorbeeldkade'],
    ['waar is het hoofdkantoor gevestigd', 'Zwaluw zelf', 'Voorbeeldkade'],
    ['where should I mail documents to', 'Zwaluw says', 'Postbus'],
    ['Wat is het beste abonnement voor een gezin met 4 kinderen?', 'Zwaluw zelf', 'tarieven'],
    ['hoe lang bewaren jullie deze chat', 'Zwaluw zelf', '90 dagen'],
  ])('is answered in the name of the company: "%s"', async (text, intro, answer) => {
    const words = await told(text);
    expect(words).toContain(intro);
    expect(words).toContain(answer);
  });

  it.each([
    'what are the opening hours of the shop on the tv guide on King’s Day',
    'openingstijden dierentuin',
    'is the museum open tomorrow',
    'hoe verander ik mijn telefoonnummer',
    'naar welk adres stuur ik mijn oude modem',
    'mijn adres klopt niet bij jullie',
    'wat kost bellen naar Marokko',
    'hoe laat komt de monteur morgen',
    'privacy statement of google',
    'kan ik jullie mailen',
  ])('is not heard in one that looks alike: "%s"', async (text) => {
    expect(await told(text)).not.toMatch(/Zwaluw zelf|Zwaluw says/);
  });

  it.each([
    [['zijn jullie maandag open', 'en op zondag?'], 'Op zondag en op feestdagen', '8.00 tot 20.00'],
    [['what are your opening hours', 'and on Sunday?'], 'On Sundays and public holidays', '8.00 to 20.00'],
  ])('that goes on from a fact is answered with the sentence it asks for: %s', async (said, answer, rest) => {
    const words = await told(...said);
    expect(words).toContain(answer);
    expect(words).not.toContain(rest);
  });

  it.each([
    [['wat zijn jullie openingstijden', 'en vandaag?'], '8.00 tot 20.00'],
    [['wat zijn jullie openingstijden', 'en het telefoonnummer?'], '0800-0000'],
    [['what is your phone number', 'and the address?'], 'Voorbeeldkade'],
  ])('that goes on from a fact is answered whole where no sentence names it: %s', async (said, answer) => {
    expect(await told(...said)).toContain(answer);
  });

  it.each([
    [['wat zijn jullie openingstijden', 'en hoe reset ik mijn router']],
    [['wat zijn jullie openingstijden', 'en in Duitsland?']],
    [['wat zijn jullie openingstijden', 'ik zie geen gids op tv', 'en op zondag?']],
  ])('does not go on from a fact that it does not speak of: %s', async (said) => {
    expect(await told(...said)).not.toContain('20.00');
  });

  it('is no customer’s answer: it has no author, source or question whether it helped', async () => {
    await test.say('wat zijn jullie openingstijden', { conversation: { id: 'plain' } });
    const message = test.newMessages('plain').at(-1);
    expect(message).toMatchObject({ source: null, feedback: null, isQuote: false });
    expect(test.decisions().at(-1)).toBe('tell-fact');
  });

  it('is answered while the customer waits, who keeps their place', async () => {
    expect(await told('medewerker', 'wat zijn jullie openingstijden')).toContain('8.00 tot 20.00');
    const [entry] = await test.bot.desk.entries();
    expect(entry?.state).toBe('waiting');
  });

  it('is found by its exact words where no vector can be had', async () => {
    const alone = await TestBot.open({ settings: { COMPANY_FACTS: written(HOURS), COMPANY_NAME: 'Anders' } });
    await alone.say('Wat zijn jullie openingstijden?');
    expect(alone.newTexts().at(-1)).toContain('Elke dag van 9 tot 5.');
    await alone.bot.stop();
  });
});
