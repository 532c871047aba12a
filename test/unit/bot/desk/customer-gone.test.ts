import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WindowState } from '../../../../bot/contracts/channels.js';
import { signIn } from '../support/sign-in.js';
import { TestBot } from '../support/test-bot.js';

const OF = { channelId: 'test', conversationId: 'a' };

let test: TestBot;
beforeEach(async () => {
  test = await TestBot.open();
  await signIn(test);
  await test.say('Ik wil een medewerker spreken', { conversation: { id: 'a' } });
});
afterEach(() => test.bot.stop());

const tell = (state: WindowState) => test.bot.takeEvent({ kind: 'window', of: OF, state });
const goneSince = async () => (await test.bot.desk.entries())[0]?.goneSince;
async function later(seconds: number): Promise<void> {
  test.clock.forward({ seconds });
  await test.bot.runDueTimers();
}

describe('a customer who closes the chat', () => {
  it('counts as gone half a minute later, and agents are told; and when they are back', async () => {
    const told: string[] = [];
    test.bot.desk.onChange((id) => told.push(id));
    await tell('open');
    await later(60);
    expect(await goneSince()).toBeUndefined();
    const closedAt = test.clock.now().toISOString();
    await tell('closed');
    await later(29);
    expect(await goneSince()).toBeUndefined();
    expect(told).toEqual([]);
    await later(1);
    expect(await goneSince()).toBe(closedAt);
    expect(told).toHaveLength(1);
    await tell('open');
    await test.bot.idle();
    expect(await goneSince()).toBeUndefined();
    expect(told).toHaveLength(2);
  });

  it('is not gone whose page only loads again', async () => {
    await tell('open');
    await tell('closed');
    await later(5);
    await tell('open');
    await later(300);
    expect(await goneSince()).toBeUndefined();
  });

  it('is there while a page that cannot stay connected asks for news, and gone when it stops', async () => {
    await tell('asked');
    await later(20);
    await tell('asked');
    await later(20);
    expect(await goneSince()).toBeUndefined();
    await later(10);
    expect(await goneSince()).toBeDefined();
  });

  it('is nothing that is known where a channel does not tell', async () => {
    await later(300);
    expect(await goneSince()).toBeUndefined();
  });
});
