import { describe, expect, test } from 'vitest';
import type { ChannelEvent } from '../../../../../bot/contracts/channels.js';
import { createCustomerNames } from '../../../../../channels/messenger/reading/customer-names.js';
import { silentLog } from '../../../../../index/platform/log.js';

function scene(lookUpName: (psid: string) => Promise<string | null>) {
  const events: ChannelEvent[] = [];
  const asked: string[] = [];
  const look = (psid: string) => {
    asked.push(psid);
    return lookUpName(psid);
  };
  const bot = { takeEvent: async (event: ChannelEvent) => void events.push(event) };
  const names = createCustomerNames(look, bot, silentLog);
  const meet = (id: string) =>
    names.meet({ type: 'message', from: { id }, conversation: { id: `${id}-1044` } });
  return { asked, events, names, meet };
}

describe('names of customers', () => {
  test('are asked for once and told to the bot', async () => {
    const { asked, meet, names, events } = scene(async () => 'Anna Visser');
    meet('7001');
    meet('7001');
    await names.idle();
    meet('7001');
    await names.idle();
    expect(asked).toEqual(['7001']);
    expect(events).toEqual([
      { kind: 'name', of: { channelId: 'facebook', conversationId: '7001-1044' }, name: 'Anna Visser' },
    ]);
  });

  test('that Meta does not tell stay unknown', async () => {
    const { meet, names, events } = scene(async () => null);
    meet('7001');
    await names.idle();
    expect(events).toEqual([]);
  });

  test('that cannot be asked for trouble nobody', async () => {
    const { meet, names, events } = scene(async () => {
      throw new Error('no network');
    });
    meet('7001');
    await names.idle();
    expect(events).toEqual([]);
  });

  test('are asked for ten at a time, the others at their next message', async () => {
    const answers: (() => void)[] = [];
    const { asked, meet, names } = scene(() => new Promise((resolve) => answers.push(() => resolve(null))));
    const everybody = Array.from({ length: 12 }, (_, index) => String(index));
    everybody.forEach(meet);
    expect(asked).toEqual(everybody.slice(0, 10));
    for (const answer of answers) answer();
    await names.idle();
    everybody.forEach(meet);
    expect(asked).toEqual(everybody);
    for (const answer of answers) answer();
    await names.idle();
  });
});
