import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { RecordingTransport } from '../support/recording-transport.js';
import { arriveAtDesk } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

let hear: Hear;
let test: TestBot;
let noor: DeskAgent;
let id: string;
let shown: unknown[];

beforeAll(() => {
  hear = openHearing();
});
beforeEach(async () => {
  shown = [];
  const transport = Object.assign(new RecordingTransport(), {
    showRead: async ({ value }: Activity) => void shown.push((value as { activityId: string }).activityId),
  });
  test = await TestBot.open({ hear, transport });
  noor = await arriveAtDesk(test, 'Noor');
  await test.say('Ik wil graag een medewerker spreken', { id: 'first' });
  id = (await test.bot.desk.entries())[0]?.conversationId ?? '';
});
afterEach(() => test.bot.stop());

async function newestOfCustomer(): Promise<string> {
  const messages = (await test.bot.desk.conversation(id))?.messages ?? [];
  return messages.filter(({ from }) => from === 'customer').at(-1)?.id ?? '';
}
const reads = async (agent = noor, messageId?: string) =>
  test.bot.deskTools.reads.agentReads(id, agent, messageId ?? (await newestOfCustomer()));

describe('an agent who reads what a customer wrote', () => {
  it('is shown to the customer, once for each newest message', async () => {
    await test.bot.desk.claim(id, noor);
    await reads();
    await reads();
    expect(shown).toEqual(['first']);
    await test.say('Het gaat om mijn wifi', { id: 'second' });
    await reads();
    expect(shown).toEqual(['first', 'second']);
  });

  it('says nothing of an older message than the one told, and of none of somebody else', async () => {
    await test.bot.desk.claim(id, noor);
    const older = await newestOfCustomer();
    await test.say('Het gaat om mijn wifi', { id: 'second' });
    await reads();
    await reads(noor, older);
    await reads(noor, 'no message');
    const said = (await test.bot.desk.conversation(id))?.messages.find(({ from }) => from !== 'customer');
    await reads(noor, said?.id);
    expect(shown).toEqual(['second']);
  });

  it('is not shown while nobody has the conversation, to whom a colleague has, and after the end', async () => {
    await reads();
    await test.bot.desk.claim(id, noor);
    await reads(await arriveAtDesk(test, 'Tijs', noor));
    await test.bot.desk.close(id, noor);
    await reads();
    expect(shown).toEqual([]);
  });

  it('stores nothing, renews nothing and says nothing', async () => {
    await test.bot.desk.claim(id, noor);
    await test.bot.idle();
    const rows = () => [test.rows('select * from messages'), test.rows('select * from conversations')];
    const [before, sent] = [rows(), test.transport.sent.length];
    test.clock.forward({ minutes: 5 });
    await reads();
    expect(shown).toEqual(['first']);
    expect([rows(), test.transport.sent.length]).toEqual([before, sent]);
  });

  it('is not missed where the channel fails, or shows no such thing', async () => {
    await test.bot.desk.claim(id, noor);
    Object.assign(test.transport, { showRead: () => Promise.reject(new Error('the line is dead')) });
    await expect(reads()).resolves.toBeUndefined();
    Object.assign(test.transport, { showRead: undefined });
    await test.say('Bent u er nog?', { id: 'second' });
    await expect(reads()).resolves.toBeUndefined();
  });
});

describe('a customer who reads what an agent wrote', () => {
  const deliveries = async () =>
    (await test.bot.desk.conversation(id))?.messages
      .filter(({ from }) => from === 'agent')
      .map((one) => one.delivery);

  it('is seen at the desk, and the time in which one may write stays as it was', async () => {
    await test.bot.desk.claim(id, noor);
    await test.bot.desk.reply(id, noor, 'Ik kijk even', 'k1');
    await test.bot.idle();
    const of = { channelId: 'test', conversationId: 'c1' };
    const wroteAt = test.rows('select customerWroteAt from conversations');
    const until = test.clock.now().toISOString();
    await test.bot.takeEvent({ kind: 'delivered', of, until });
    expect(await deliveries()).toEqual(['delivered']);
    test.clock.forward({ minutes: 2 });
    await test.bot.takeEvent({ kind: 'read', of, until });
    expect(await deliveries()).toEqual(['read']);
    await test.bot.desk.reply(id, noor, 'Gevonden', 'k2');
    await test.bot.idle();
    expect(await deliveries()).toEqual(['read', 'sent']);
    expect(test.rows('select customerWroteAt from conversations')).toEqual(wroteAt);
  });
});
