import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const ASK = 'Ik wil een medewerker spreken';
const QUESTION = 'Hoe tevreden bent u over dit contact?';

let test: TestBot;
let noor: DeskSession;
beforeEach(async () => {
  test = await TestBot.open();
  noor = await signIn(test);
  await test.bot.desk.present(noor.agent.id);
});
afterEach(() => test.bot.stop());

const say = (text: string, value?: unknown) =>
  test.say(text, { conversation: { id: 'a' }, ...(value === undefined ? {} : { value }) });
const told = () => test.newTexts('a').join('\n');
const ratings = () => test.rows('select score, scoreComment from handoffs order by createdAt');

/** A customer whose conversation an agent closes, or gives back; gives its id and what is said of it. */
async function helped(how: 'close' | 'giveBack' = 'close') {
  await say(ASK);
  const [entry] = await test.bot.desk.entries();
  const id = entry?.conversationId ?? '';
  await test.bot.desk.claim(id, noor.agent);
  await test.bot.desk.reply(id, noor.agent, 'Het is geregeld.', `key-${test.clock.now().getTime()}`);
  await test.bot.idle();
  test.newTexts('a');
  await test.bot.desk[how](id, noor.agent);
  await test.bot.idle();
  return { id, last: test.newMessages('a').at(-1) };
}

describe('after an agent closed', () => {
  it('the customer is asked once how satisfied they are, from 1 to 5', async () => {
    const { last } = await helped();
    expect(last?.text).toContain(QUESTION);
    expect(last?.choices.map(({ title }) => title)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('a number that is tapped or typed is kept with the hand-off, and shown to agents', async () => {
    const { id, last } = await helped();
    await say('4', last?.choices[3]?.value);
    expect(told()).toContain('Dank u voor uw oordeel.');
    expect((await test.bot.desk.conversation(id))?.rating).toEqual({ score: 4, comment: '' });
    await helped();
    await say('2');
    expect(ratings()).toEqual([
      { score: 4, scoreComment: null },
      { score: 2, scoreComment: null },
    ]);
  });

  it('who wants to say more can, in their next message alone', async () => {
    const { id } = await helped();
    await say('5');
    await say('Toelichting geven');
    expect(told()).toContain('toelichting');
    await say('Noor was heel geduldig met mij.');
    expect(told()).toContain('Dank u');
    expect((await test.bot.desk.conversation(id))?.rating).toEqual({
      score: 5,
      comment: 'Noor was heel geduldig met mij.',
    });
    await say('Waarom doet mijn wifi het niet?');
    expect(told()).toContain('Zet het modem uit en aan.');
  });

  it('who asks something else instead is answered, and danger and a person come before a comment', async () => {
    await helped();
    await say('Waarom doet mijn wifi het niet?');
    expect(told()).toContain('Zet het modem uit en aan.');
    expect(ratings()).toEqual([{ score: null, scoreComment: null }]);
    const { last } = await helped();
    await say('1', last?.choices[0]?.value);
    await say('Toelichting geven');
    await say(ASK);
    expect(told()).toContain('ik verbind u met een medewerker');
    expect(ratings().at(-2)).toEqual({ score: 1, scoreComment: null });
  });

  it('the number can still be tapped later, above what was said since', async () => {
    const { last } = await helped();
    await say('Waarom doet mijn wifi het niet?');
    await say('3', last?.choices[2]?.value);
    expect(ratings()).toEqual([{ score: 3, scoreComment: null }]);
  });

  it('nothing is kept of a hand-off that is not theirs, or of a number that was not offered', async () => {
    const { last } = await helped();
    const value = last?.choices[0]?.value;
    await test.say('1', { conversation: { id: 'b' }, from: { id: 'b' }, value });
    await say('9', { ...value, score: 9 });
    expect(ratings().filter(({ score }) => score !== null)).toEqual([]);
  });
});

describe('nobody is asked', () => {
  it('who was given back to the bot', async () => {
    expect((await helped('giveBack')).last?.text).not.toContain(QUESTION);
  });

  it('who waited in vain', async () => {
    await say(ASK);
    test.newTexts('a');
    test.clock.forward({ minutes: 30 });
    await test.bot.runDueTimers();
    expect(told()).not.toContain(QUESTION);
  });
});
