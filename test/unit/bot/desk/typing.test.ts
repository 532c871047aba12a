import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { customerSays } from '../support/samples.js';
import { arriveAtDesk } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

let hear: Hear;
let test: TestBot;
let noor: DeskAgent;
let id: string;
let heard: string[];

beforeAll(() => {
  hear = openHearing();
});
beforeEach(async () => {
  test = await TestBot.open({ hear });
  noor = await arriveAtDesk(test, 'Noor');
  heard = [];
  test.bot.deskTools.typing.onCustomerTyping((conversationId) => heard.push(conversationId));
});
afterEach(() => test.bot.stop());

async function asksForPerson(): Promise<void> {
  await test.say('Ik wil graag een medewerker spreken');
  id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
}
const customerTypes = (more = {}) =>
  test.bot.receive(customerSays('', { type: 'typing', ...more }), test.transport);
const signs = () => test.transport.sent.filter(({ type }) => type === 'typing');
const agentTypes = (agent = noor) => test.bot.deskTools.typing.agentTypes(id, agent);

describe('a customer who types', () => {
  it('is told while they wait for a person and while they have one', async () => {
    await asksForPerson();
    await customerTypes();
    expect(heard).toEqual([id]);
    await test.bot.desk.claim(id, noor);
    test.clock.forward({ seconds: 3 });
    await customerTypes();
    expect(heard).toEqual([id, id]);
  });

  it('is told to nobody while the bot has them, before anything was said and after the end', async () => {
    await customerTypes();
    await test.say('wifi');
    test.clock.forward({ seconds: 3 });
    await customerTypes();
    await asksForPerson();
    await test.bot.desk.claim(id, noor);
    await test.bot.desk.close(id, noor);
    test.clock.forward({ seconds: 3 });
    await customerTypes();
    expect(heard).toEqual([]);
  });

  it('is told once a second, however often the channel tells it', async () => {
    await asksForPerson();
    for (let times = 0; times < 20; times += 1) await customerTypes();
    expect(heard).toEqual([id]);
  });

  it('says nothing: no message, no answer, no new time of writing', async () => {
    await asksForPerson();
    const before = [test.rows('select * from messages'), test.rows('select * from conversations')];
    const sent = test.transport.sent.length;
    test.clock.forward({ minutes: 1 });
    await customerTypes();
    expect([test.rows('select * from messages'), test.rows('select * from conversations')]).toEqual(before);
    expect(test.transport.sent).toHaveLength(sent);
  });

  it('is left alone where the activity names no conversation', async () => {
    await customerTypes({ conversation: undefined });
    expect(heard).toEqual([]);
  });
});

describe('an agent who types', () => {
  beforeEach(async () => {
    await asksForPerson();
    await test.bot.desk.claim(id, noor);
    // What the claim told the customer is on its way until then.
    await test.bot.idle();
    test.transport.sent.length = 0;
  });

  it('is shown to the customer under their own name', async () => {
    await agentTypes();
    expect(signs()).toMatchObject([
      { from: { name: 'Noor' }, recipient: { id: 'customer-1' }, conversation: { id: 'c1' } },
    ]);
  });

  it('is shown every two seconds at most', async () => {
    for (let times = 0; times < 20; times += 1) await agentTypes();
    expect(signs()).toHaveLength(1);
    await test.bot.idle();
    test.clock.forward({ seconds: 2 });
    await agentTypes();
    expect(signs()).toHaveLength(2);
  });

  it('is not shown where somebody else has the conversation', async () => {
    await agentTypes(await arriveAtDesk(test, 'Tijs', noor));
    expect(signs()).toEqual([]);
  });

  it('is not shown after the end, also where both come at once', async () => {
    const closing = test.bot.desk.close(id, noor);
    await Promise.all([closing, agentTypes()]);
    const kinds = test.transport.sent.map(({ type }) => type);
    expect(kinds.slice(kinds.indexOf('message'))).not.toContain('typing');
    test.transport.sent.length = 0;
    test.clock.forward({ seconds: 5 });
    await agentTypes();
    expect(signs()).toEqual([]);
  });

  it('is not missed where the channel fails', async () => {
    test.transport.send = () => Promise.reject(new Error('the line is dead'));
    await expect(agentTypes()).resolves.toBeUndefined();
  });
});
