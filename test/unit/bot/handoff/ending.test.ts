import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { endingIn } from '../../../../bot/turn/understanding/ending/ends-conversation.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

let test: TestBot;
let noor: DeskSession;

async function open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  test = await TestBot.open({ settings: { DESK_SESSION_HOURS: '200', ...settings } });
  noor = await signIn(test);
  await test.bot.desk.present(noor.agent.id);
}
beforeEach(() => open());
afterEach(() => test.bot.stop());

const say = (text: string, value?: unknown) =>
  test.say(text, { conversation: { id: 'a' }, ...(value === undefined ? {} : { value }) });
const told = () => test.newTexts('a').join('\n');
const END = { action: 'end-conversation' };

async function withAgent(): Promise<string> {
  await say('Ik wil een medewerker spreken');
  const [entry] = await test.bot.desk.entries();
  const id = entry?.conversationId ?? '';
  await test.bot.desk.claim(id, noor.agent);
  await test.bot.idle();
  test.newTexts('a');
  return id;
}
async function closed(): Promise<string> {
  const id = await withAgent();
  await test.bot.desk.close(id, noor.agent);
  await test.bot.idle();
  test.newTexts('a');
  return id;
}
const later = async (minutes: number) => {
  test.clock.forward({ minutes });
  await test.bot.runDueTimers();
};
const DAY = 24 * 60;

describe('a customer who ends the conversation', () => {
  it('is let go by the agent who has it, hears how it goes on, and is asked how it was', async () => {
    const id = await withAgent();
    await say('Gesprek beëindigen', END);
    const words = told();
    expect(words).toContain('U heeft het gesprek beëindigd.');
    expect(words).toContain('opnieuw om een medewerker vragen');
    expect(words).toContain('Hoe tevreden bent u');
    expect((await test.bot.desk.conversation(id))?.entry.state).toBe('solved');
    expect(await test.bot.desk.entries()).toEqual([]);
    expect(test.rows('select closedBy, promiseBrokenAt from handoffs')).toEqual([
      { closedBy: 'customer', promiseBrokenAt: null },
    ]);
    await say('4');
    expect(test.rows('select score from handoffs')).toEqual([{ score: 4 }]);
  });

  it('does so in words as well, and leaves the queue', async () => {
    await say('Ik wil een medewerker spreken');
    test.newTexts('a');
    await say('Gesprek afsluiten, bedankt');
    expect(told()).toContain('staat niet meer in de rij');
    expect(await test.bot.desk.entries()).toEqual([]);
  });

  it('counts as calm where they do not want to wait any more, however it is typed', async () => {
    await test.bot.stop();
    test = await TestBot.open({ hear: openHearing() });
    await say('Ik wil een medewerker spreken');
    await say('Ik wil niet meer wachten');
    test.newTexts('a');
    await say('Ik wil toch een medewerker spreken');
    expect(told()).not.toContain('Vervelend, dat snap ik');
    expect(await test.bot.desk.entries()).toMatchObject([{ priority: 'normal', mood: 'calm' }]);
  });

  it('can begin again with the bot at once', async () => {
    await say('End this chat please');
    expect(told()).toContain('You have ended this chat.');
    await say('Why does my wifi not work?');
    expect(told()).toContain('Zet het modem uit en aan.');
  });

  it('says to an agent what only sounds like it', async () => {
    await withAgent();
    await say('Kunt u mijn abonnement stoppen?');
    expect(told()).toBe('');
    expect((await test.bot.desk.entries())[0]?.state).toBe('with-agent');
  });
});

describe('words that end a conversation', () => {
  it.each([
    ['beëindig het gesprek', 'nl'],
    ['Sluit de chat af', 'nl'],
    ['ik wil dit gesprek beëindigen', 'nl'],
    ['close chat', 'en'],
    ['I want to end the conversation now', 'en'],
    ['stop', null],
    ['Hoe kan ik een gesprek beëindigen op mijn telefoon?', null],
    ['my chat with the shop ended', null],
    ['stop my subscription', null],
  ])('%s: %s', (text, language) => {
    expect(endingIn(text)).toBe(language);
  });
});

describe('a day after an agent closed', () => {
  it('the customer is asked once whether it stayed solved, and a yes is kept', async () => {
    await closed();
    await later(DAY - 1);
    expect(told()).toBe('');
    await later(1);
    const [question, ...more] = test.newMessages('a');
    expect(more).toEqual([]);
    expect(question?.text).toContain('Is het daarna opgelost gebleven?');
    expect(question?.choices.map(({ title }) => title)).toEqual(['Ja, het is opgelost', 'Nee, nog niet']);
    await say('ja');
    expect(test.rows('select staysSolved, reopenedAt from handoffs')).toEqual([
      { staysSolved: 1, reopenedAt: null },
    ]);
    await later(3 * DAY);
    expect(told()).not.toContain('opgelost gebleven');
  });

  it('a no brings it back, first in line and for the same agent', async () => {
    await closed();
    await later(DAY);
    await test.bot.desk.present(noor.agent.id);
    const value = test.newMessages('a')[0]?.choices[1]?.value;
    await say('Nee, nog niet', value);
    expect(told()).toContain('Noor');
    const [entry] = await test.bot.desk.entries();
    expect(entry?.state).toBe('waiting');
    const [before] = test.rows('select staysSolved, reopenedAt from handoffs order by createdAt');
    expect(before).toMatchObject({ staysSolved: 0 });
    expect(before?.reopenedAt).not.toBeNull();
  });

  it('nobody is asked who ended it themselves, was given back, or has a person again', async () => {
    await withAgent();
    await say('x', END);
    await later(DAY);
    expect(test.rows('select solvedAskedAt from handoffs')).toEqual([{ solvedAskedAt: null }]);
    const id = await closed();
    await test.bot.desk.take(id, noor.agent);
    await test.bot.idle();
    test.newTexts('a');
    await later(DAY);
    expect(told()).not.toContain('opgelost gebleven');
  });

  it('who talks with the bot just then is asked when they have done', async () => {
    await closed();
    test.clock.forward({ minutes: DAY - 5 });
    await say('Waarom doet mijn wifi het niet?');
    told();
    await later(5);
    expect(told()).toBe('');
    await later(61);
    expect(told()).toContain('opgelost gebleven');
  });

  it('nobody is asked where the channel lets the bot write no more', async () => {
    Object.assign(test.transport, { replyUntil: () => '2026-03-03T08:00:00.000Z' });
    await closed();
    await later(DAY);
    expect(told()).toBe('');
  });

  it('nobody is asked where that is switched off', async () => {
    await test.bot.stop();
    await open({ SOLVED_ASK_HOURS: '0' });
    await closed();
    await later(3 * DAY);
    expect(told()).toBe('');
  });
});
