import { type Activity as SdkActivity, TestAdapter } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { ActivityHandler, createBotEntry, type Turn, turnOf } from '../../../bot/bot-framework.js';
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

  it('reads its turn from the context: the activity as it came, its transport, what the door tells', async () => {
    const turns: Turn[] = [];
    const bot = new ActivityHandler();
    bot.onTurn(async (context) => {
      turns.push(turnOf(context));
    });
    const entry = createBotEntry(bot, unexpected);
    const transport = new RecordingTransport();
    const activity = customerSays('Hallo', { channelData: { any: 'thing' } });
    await entry.receive(activity, transport, { addressKey: 'k1' });
    await entry.accept(activity, transport);
    expect(turns).toEqual([
      { activity, transport, origin: { addressKey: 'k1' }, isOnlyKept: false },
      { activity, transport, isOnlyKept: true },
    ]);
    expect(turns[0]?.activity).toBe(activity);
    expect(turns[0]?.transport).toBe(transport);
  });

  it('cannot write on the activity of the channel', async () => {
    const bot = new ActivityHandler();
    bot.onTurn(async (context) => {
      context.activity.text = 'something else';
    });
    const activity = customerSays('Hallo');
    await createBotEntry(bot, unexpected).receive(activity, new RecordingTransport());
    expect(activity.text).toBe('Hallo');
  });

  it('is sent to the outbox where it wants to go on with a conversation', async () => {
    const bot = new ActivityHandler();
    bot.onMessage((context) => context.adapter.continueConversation({}, async () => {}));
    const entry = createBotEntry(bot, unexpected);
    await expect(entry.receive(customerSays('Hallo'), new RecordingTransport())).rejects.toMatchObject({
      code: 'NOT_CONTINUED_BY_ADAPTER',
    });
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
  const bot = new SupportBot(
    { ...echo, accept: echo.receive },
    { takeBack: async () => {}, correct: async () => {} },
    { heard: async () => {} },
  );
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
