import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../../bot/contracts/desk-accounts.js';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

let test: TestBot;
let noor: DeskSession;
beforeEach(async () => {
  test = await TestBot.open({ settings: { HANDOFF_EXPIRE_MINUTES: '30', SOLVED_ASK_HOURS: '0' } });
  noor = await signIn(test);
  await test.bot.desk.present(noor.agent.id);
});
afterEach(() => test.bot.stop());

const say = (text: string) => test.say(text, { conversation: { id: 'a' } });
const news = () => test.newMessages('a').filter(({ text }) => text !== '');
const canCancel = ({ choices }: OutgoingMessage) =>
  choices.some(({ value }) => value.action === 'cancel-request' || value.action === 'decline-person');
const entryId = async () => (await test.bot.desk.entries())[0]?.conversationId ?? '';

/** Lets time go by as it does: an agent's page stays open, timers run. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 5) {
    test.clock.forward({ minutes: 5 });
    await test.bot.desk.present(noor.agent.id);
    await test.bot.runDueTimers();
  }
}

describe('each state of a hand-off is told once', () => {
  it('started, with the place and a way to cancel; nothing more is said while nothing changes', async () => {
    await say('Ik wil een medewerker spreken');
    const started = news();
    expect(started.map(({ text }) => text).join()).toContain('als eerste aan de beurt');
    expect(started.some(canCancel)).toBe(true);
    await pass(25);
    expect(news()).toEqual([]);
  });

  it('failed: nobody came, once, with the choice to wait on or not', async () => {
    await say('Ik wil een medewerker spreken');
    news();
    await pass(60);
    const failed = news();
    expect(failed).toHaveLength(1);
    expect(failed[0]?.status?.handoff).toBe('expired');
    expect(failed.every(canCancel)).toBe(true);
  });

  it('delayed: the agent is gone, once, with the place and a way to cancel', async () => {
    await say('Ik wil een medewerker spreken');
    await test.bot.desk.claim(await entryId(), noor.agent);
    await test.bot.idle();
    expect(news().some(({ text }) => text.includes('Noor'))).toBe(true);
    await test.bot.desk.left(noor.agent.id);
    test.clock.forward({ minutes: 3 });
    await test.bot.runDueTimers();
    await test.bot.runDueTimers();
    const delayed = news();
    expect(delayed).toHaveLength(1);
    expect(delayed[0]?.text).toContain('Noor moest weg');
    expect(delayed.every(canCancel)).toBe(true);
  });

  it('done: once, with how to come back; whoever comes back goes first, and nobody is told twice', async () => {
    await say('Ik wil een medewerker spreken');
    const id = await entryId();
    await test.bot.desk.claim(id, noor.agent);
    await test.bot.idle();
    news();
    await test.bot.desk.close(id, noor.agent);
    await test.bot.desk.close(id, noor.agent);
    await test.bot.idle();
    await pass(120);
    const done = news();
    expect(done).toHaveLength(1);
    expect(done[0]?.text).toContain('Schrijf het hier');
    expect(done[0]?.text).toContain('vraagt u om een medewerker, dan gaat u voor');
    await say('Ik wil een medewerker spreken');
    expect((await test.bot.desk.entries())[0]?.state).toBe('waiting');
  });

  it('leaving the queue in words works in every wait, also one with nobody there', async () => {
    await test.bot.desk.left(noor.agent.id);
    test.clock.forward({ minutes: 3 });
    await say('Ik wil een medewerker spreken');
    const left = news();
    expect(left.some(canCancel)).toBe(true);
    for (const words of [
      'Niet meer wachten',
      'Ik wil niet langer wachten',
      "I don't want to wait any longer",
    ]) {
      await say(words);
      expect(news().at(-1)?.status?.handoff).toBe('with-bot');
      expect(await test.bot.desk.entries()).toEqual([]);
      await say('Ik wil een medewerker spreken');
    }
  });
});
