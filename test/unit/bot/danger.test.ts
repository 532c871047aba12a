import { afterEach, describe, expect, it } from 'vitest';
import { readSafetyTexts } from '../../../bot/company/safety-texts.js';
import { createUnwrittenApology } from '../../../bot/reception/unwritten-apology.js';
import { botSettings } from '../../../bot/settings.js';
import { openHearing } from '../../../index/classifiers/open-hearing.js';
import { indexErrors } from '../../../index/errors.js';
import { createLog } from '../../../index/platform/log.js';
import { parseSettings } from '../../../index/platform/settings.js';
import { FakeKnowledgeBase } from './support/fake-knowledge-base.js';
import { RecordingTransport } from './support/recording-transport.js';
import { customerSays } from './support/samples.js';
import { SetClock } from './support/set-clock.js';
import { TestBot, type TestBotOptions } from './support/test-bot.js';

const texts = readSafetyTexts();
const SANNE = { id: 'agent-1', name: 'Sanne', email: 'sanne@example.com', role: 'agent' as const };

describe('danger in a conversation', () => {
  let test: TestBot;
  const open = async (options: TestBotOptions = {}) => {
    test = await TestBot.open(options);
    return test;
  };
  afterEach(() => test.bot.stop());

  it('is met, and handed over, while no release is live', async () => {
    const knowledgeBase = new FakeKnowledgeBase({});
    knowledgeBase.beforeSearch = async () => {
      throw indexErrors.KNOWLEDGE_NOT_READY({ directory: 'releases' });
    };
    await open({ knowledgeBase });
    await test.say('Er is brand in mijn meterkast!');
    expect(test.newTexts()[0]).toBe(texts.fire.nl.text);
    expect(knowledgeBase.searched).toEqual([]);
    expect(test.rows('select state, reason, question from handoffs')).toEqual([
      { state: 'waiting', reason: 'danger', question: 'Er is brand in mijn meterkast!' },
    ]);
    expect((await test.bot.desk.entries())[0]).toMatchObject({ reason: 'danger' });
  });

  it('is met at once, without waiting for more words', async () => {
    await open({ settings: { COLLECT_MESSAGES_MS: '10000' } });
    await test.say('ik wil dood');
    expect(test.newTexts()[0]).toBe(texts.suicide.nl.text);
  });

  it('leaves its words in no log and teaches nothing', async () => {
    await open({ redact: async (question) => question });
    await test.say('Waarom doet mijn wifi het niet?');
    await test.say('ik wil niet meer leven');
    await test.bot.idle();
    expect(test.logLines.join('\n')).not.toContain('leven');
    expect(await test.verdicts.verdicts()).toEqual([]);
    expect(test.rows('select wholeQuestion from turns order by rowid').at(-1)).toEqual({
      wholeQuestion: null,
    });
  });

  it('is met in a group, where the way to be heard stands behind the number that helps', async () => {
    await open();
    await test.say('I smell gas', { conversation: { id: 'c1', isGroup: true } });
    const [first, second] = test.newTexts();
    expect(first).toBe(texts.gas.en.text);
    expect(second).toMatch(/I am a chatbot\..*Mention me/s);
  });

  it('is not left waiting: who hears that nobody is free is told to call', async () => {
    const clock = new SetClock();
    await open({ clock });
    await test.say('ik wil dood');
    test.newTexts();
    clock.forward({ minutes: 31 });
    await test.bot.runDueTimers();
    expect(test.newTexts()).toEqual([expect.stringMatching(/^Wacht niet op ons als u nu hulp nodig hebt/)]);
  });

  it('moves somebody up who waits already, and tells the agent why', async () => {
    await open();
    for (const id of ['other', 'c1']) {
      await test.say('ik wil een medewerker spreken', { conversation: { id } });
    }
    test.newTexts();
    await test.say('er is brand in mijn meterkast', { conversation: { id: 'c1' } });
    expect(test.newTexts()[0]).toBe(texts.fire.nl.text);
    const [first, second] = await test.bot.desk.entries();
    expect(first).toMatchObject({
      ...{ priority: 'urgent', reason: 'danger', question: 'er is brand in mijn meterkast' },
    });
    expect(second).toMatchObject({ priority: 'normal', reason: 'asked' });
  });

  it('is left to the agent who has the conversation', async () => {
    await open();
    await test.say('medewerker');
    const [conversation] = test.rows('select id from conversations');
    await test.bot.desk.claim(String(conversation?.id), SANNE);
    await test.bot.idle();
    test.newTexts();
    await test.say('ik wil dood');
    expect(test.newTexts()).toEqual([]);
  });

  it('stops the start where the texts of the company cannot be read', async () => {
    await expect(open({ settings: { SAFETY_TEXTS: '/nowhere/safety.json' } })).rejects.toMatchObject({
      code: 'SAFETY_TEXTS_UNREADABLE',
    });
    await open();
  });
});

describe('danger while the store cannot be written', () => {
  const transport = () => new RecordingTransport();
  const told = async (text: string) => {
    const out = transport();
    const render = (message: { text: string }) => [{ type: 'message', text: message.text }];
    const apologise = createUnwrittenApology({
      hear: openHearing(),
      doors: { formOf: () => ({ channelId: 'test', render }) } as never,
      settings: parseSettings(botSettings, {}),
      safetyTexts: texts,
      clock: new SetClock(),
      log: createLog('error', () => {}),
    });
    await apologise(customerSays(text), out);
    return out.texts;
  };

  it('is told the number that helps, without the promise of a person', async () => {
    expect(await told('ik wil dood')).toEqual([texts.suicide.nl.text]);
  });

  it('is the apology for everything else', async () => {
    expect((await told('hoe zet ik roaming aan'))[0]).toContain('Er ging iets mis');
    expect((await told('mijn man is overleden'))[0]).toContain('Er ging iets mis');
  });
});

describe('danger told to an agent', () => {
  it('is marked at the desk, and the bot says nothing', async () => {
    const test = await TestBot.open();
    await test.say('medewerker');
    const [entry] = await test.bot.desk.entries();
    await test.bot.desk.claim(entry?.conversationId ?? '', SANNE);
    await test.bot.idle();
    test.newTexts();
    await test.say('er is nu brand in de keuken');
    expect(test.newTexts()).toEqual([]);
    expect((await test.bot.desk.entries())[0]).toMatchObject({ reason: 'danger', priority: 'urgent' });
    await test.say('mijn moeder is vorige week overleden');
    expect((await test.bot.desk.entries())[0]).toMatchObject({ reason: 'danger', priority: 'urgent' });
    await test.bot.stop();
  });

  it('is marked as a death where somebody died', async () => {
    const test = await TestBot.open();
    await test.say('medewerker');
    const [entry] = await test.bot.desk.entries();
    await test.bot.desk.claim(entry?.conversationId ?? '', SANNE);
    await test.say('mijn moeder is vorige week overleden');
    expect((await test.bot.desk.entries())[0]).toMatchObject({ reason: 'bereavement', priority: 'high' });
    await test.bot.stop();
  });
});
