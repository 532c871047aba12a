import { type Activity as SdkActivity, TestAdapter } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { ActivityHandler, createBotEntry } from '../../../bot/bot-framework.js';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { Transport } from '../../../bot/contracts/channels.js';
import type { IncomingActivity } from '../../../bot/reception/incoming-activity.js';
import { SupportBot } from '../../../bot/support-bot.js';
import { SEND_FACTS } from '../../support/send-facts.js';
import { RecordingTransport } from './support/recording-transport.js';
import { customerSays } from './support/samples.js';

const unexpected = async (_activity: Activity, _transport: Transport, error: unknown) => {
  throw error;
};

describe('a bot of the SDK behind our own channels', () => {
  it('sends through the transport of its turn', async () => {
    const bot = new ActivityHandler();
    bot.onMessage(async (context, next) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'message', text: 'Dag' }]);
      await next();
    });
    const transport = new RecordingTransport();
    await createBotEntry(bot, unexpected).receive(customerSays('Hallo', { id: 'a1' }), transport);
    expect(transport.sent.map((activity) => activity.type)).toEqual(['typing', 'message']);
    expect(transport.sent[1]).toMatchObject({ text: 'Dag', conversation: { id: 'c1' }, replyToId: 'a1' });
  });

  it('reports what it throws', async () => {
    const bot = new ActivityHandler();
    bot.onMessage(async () => {
      throw new Error('broken');
    });
    const reported: unknown[] = [];
    const entry = createBotEntry(bot, async (activity, _transport, error) => {
      reported.push(activity.text, error);
    });
    await entry.receive(customerSays('Hallo'), new RecordingTransport());
    expect(reported).toEqual(['Hallo', new Error('broken')]);
  });
});

describe('the support bot under an adapter of the SDK', () => {
  /** Says back what it hears, under an agent's name. */
  const echo = {
    receive: async ({ activity, transport }: IncomingActivity) => {
      const { conversation, from, recipient } = activity;
      const answer = {
        type: 'message',
        text: `U zei: ${activity.text}`,
        from: { ...recipient, name: 'Sanne' },
      };
      await transport.send(
        { ...answer, ...(conversation ? { conversation } : {}), recipient: from } as Activity,
        SEND_FACTS,
      );
    },
    welcome: async ({ transport }: IncomingActivity) => {
      await transport.send({ type: 'message', text: 'Welkom' }, SEND_FACTS);
    },
  };
  const bot = new SupportBot({ ...echo, accept: echo.receive });
  const adapter = () => new TestAdapter((context) => bot.run(context));

  it('hears messages and answers with the name it is given', async () => {
    await adapter()
      .send('Hallo')
      .assertReply((reply: Partial<SdkActivity>) => {
        expect(reply).toMatchObject({ text: 'U zei: Hallo', from: { name: 'Sanne' } });
      });
  });

  it('welcomes the customer, not itself', async () => {
    const members = (...ids: string[]) => ({
      type: 'conversationUpdate',
      membersAdded: ids.map((id) => ({ id, name: id })),
    });
    const silent = adapter();
    await silent.send(members('bot') as Partial<SdkActivity>).startTest();
    expect(silent.activeQueue).toEqual([]);
    await adapter()
      .send(members('bot', 'user1') as Partial<SdkActivity>)
      .assertReply('Welkom');
  });
});
