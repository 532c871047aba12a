import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../../bot/contracts/desk.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { arriveAtDesk } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const ASK = 'Ik wil graag een medewerker spreken';
const DONE = { kind: 'done' };

let hear: Hear;
let test: TestBot;
let noor: DeskAgent;
let tijs: DeskAgent;
beforeAll(() => {
  hear = openHearing();
});
beforeEach(async () => {
  test = await TestBot.open({ hear });
  noor = await arriveAtDesk(test, 'Noor');
  tijs = await arriveAtDesk(test, 'Tijs', noor);
});
afterEach(() => test.bot.stop());

const say = (text: string, conversation: string, customer = conversation) =>
  test.say(text, {
    conversation: { id: conversation },
    from: { id: `customer-${customer}`, name: customer },
  });
const told = (conversation: string) => test.newTexts(conversation).join('\n');
const rowOf = async (customer: string) =>
  (await test.bot.desk.entries()).find(({ customerName }) => customerName === customer);
async function asks(conversation: string, customer = conversation): Promise<string> {
  test.newTexts(conversation);
  await say(ASK, conversation, customer);
  test.clock.forward({ seconds: 1 });
  return (await rowOf(customer))?.conversationId ?? '';
}
/** Noor helps a customer, and closes. */
async function helped(customer: string): Promise<string> {
  const id = await asks(customer);
  await test.bot.desk.claim(id, noor);
  await test.bot.desk.reply(id, noor, 'Het is geregeld.', `key-${id}`);
  expect(await test.bot.desk.close(id, noor)).toEqual(DONE);
  await test.bot.idle();
  return id;
}
async function later(time: { days?: number; seconds?: number }): Promise<void> {
  test.clock.forward(time);
  for (const agent of [noor, tijs]) await test.bot.accounts.signIn(agent.email, 'een zin van woorden');
  await test.bot.runDueTimers();
  await test.bot.idle();
}

describe('who is back for a person within a week after an agent closed', () => {
  it('goes to the same agent first, before who waits, and hears so', async () => {
    await helped('anna');
    await asks('bram');
    await later({ days: 6 });
    await test.bot.desk.present(noor.id);
    const id = await asks('anna');
    expect(told('anna')).toContain('Noor heeft u eerder geholpen en krijgt uw vraag als eerste.');
    expect(await rowOf('anna')).toMatchObject({ state: 'waiting', returnedAt: expect.any(String) });
    expect(await test.bot.desk.claim(id, tijs)).toEqual({ kind: 'offered', agentName: 'Noor' });
    await later({ seconds: 121 });
    expect(await test.bot.desk.claim(id, tijs)).toEqual(DONE);
    expect(await test.bot.repairLimbo()).toBe(0);
  });

  it('is first in line for everybody where that agent is not here', async () => {
    await helped('anna');
    await asks('bram');
    await test.bot.desk.left(noor.id);
    test.clock.forward({ minutes: 10 });
    const id = await asks('anna');
    const words = told('anna');
    expect(words).toContain(
      'Omdat u hier al eerder over sprak, gaat u voor. U bent als eerste aan de beurt.',
    );
    expect(words).not.toContain('Noor');
    expect(test.rows("select kind from timers where kind = 'reservation-ends'")).toEqual([]);
    await test.bot.runDueTimers();
    await test.bot.idle();
    expect(told('bram')).toContain('U bent nummer 2 in de rij.');
    expect(await test.bot.desk.claim(id, tijs)).toEqual(DONE);
  });

  it('is known in another conversation on the same channel, and a namesake is not', async () => {
    await helped('anna');
    await asks('anna-2', 'anna');
    expect(told('anna-2')).toContain('Noor heeft u eerder geholpen');
    await asks('berta', 'berta');
    expect(told('berta')).not.toContain('Noor');
    expect((await rowOf('berta'))?.returnedAt).toBeNull();
  });

  it('makes what was closed count as not solved, in the history that agents see', async () => {
    const id = await helped('anna');
    const before = await test.bot.deskTools.archive.history(id);
    expect(before?.map(({ wasReopened }) => wasReopened)).toEqual([undefined]);
    await asks('anna');
    const after = await test.bot.deskTools.archive.history(id);
    expect(after?.map(({ state, wasReopened }) => [state, wasReopened])).toEqual([
      ['waiting', undefined],
      ['solved', true],
    ]);
  });

  it('is kept for nobody in danger', async () => {
    await helped('anna');
    await say('Er is brand in mijn meterkast, ik zie vlammen', 'anna');
    const row = await rowOf('anna');
    expect(row).toMatchObject({ state: 'waiting', priority: 'urgent', offer: null });
    expect(await test.bot.desk.claim(row?.conversationId ?? '', tijs)).toEqual(DONE);
  });
});

describe('who comes back with nothing that was closed', () => {
  it('is who asks after more than a week', async () => {
    await helped('anna');
    await later({ days: 8 });
    await asks('anna');
    expect(told('anna')).not.toContain('Noor');
    expect((await rowOf('anna'))?.returnedAt).toBeNull();
    expect(test.rows('select reopenedAt from handoffs')).toEqual([
      { reopenedAt: null },
      { reopenedAt: null },
    ]);
  });

  it('is who only says thanks', async () => {
    await helped('anna');
    await say('Bedankt!', 'anna');
    expect(test.rows('select reopenedAt from handoffs')).toEqual([{ reopenedAt: null }]);
  });
});
