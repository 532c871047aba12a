import { afterEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { ChannelForm } from '../../../../bot/contracts/channels.js';
import { botErrors } from '../../../../bot/errors.js';
import {
  type AzureServer,
  type AzureServerOptions,
  startAzureServer,
  teamsMessage,
} from '../../../support/azure-server.js';

const LOCAL = 'http://127.0.0.1:1/';
const MESSAGE = teamsMessage({ serviceUrl: LOCAL });

let server: AzureServer;
afterEach(() => server.stop());

async function start(changes: Partial<AzureServerOptions> = {}): Promise<AzureServer> {
  server = await startAzureServer({ options: { identity: null, isLocalAllowed: true }, ...changes });
  return server;
}

/** A form of Teams that reads a rating in every invoke, and an event in every removal. */
const FORM: ChannelForm = {
  channelId: 'msteams',
  render: () => [],
  read: (activity) => {
    if (activity.type === 'installationUpdate') {
      return [
        {
          kind: 'event',
          event: { kind: 'unreachable', of: { channelId: 'msteams', conversationId: 'a:1' } },
        },
      ];
    }
    const isRating = activity.name === 'message/submitAction';
    return activity.type === 'message' || isRating
      ? [{ kind: 'activity', activity: { ...activity, type: 'message', text: 'read' } }]
      : [];
  },
};

function invoke(name: string, value: unknown, channelId = 'msteams'): Activity {
  return { ...MESSAGE, type: 'invoke', channelId, name, value };
}

describe('POST /api/messages', () => {
  it('keeps a message and answers 200 without a body', async () => {
    await start();
    const response = await server.post(MESSAGE);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(server.accepted).toEqual([MESSAGE]);
  });

  it('reads activities as their channel does', async () => {
    await start({ forms: [FORM] });
    await server.post(MESSAGE);
    await server.post({ ...MESSAGE, channelId: 'slack' });
    expect(server.accepted.map(({ text }) => text)).toEqual(['read', MESSAGE.text]);
  });

  it('keeps what a channel tells beside messages', async () => {
    await start({ forms: [FORM] });
    expect((await server.post({ ...MESSAGE, type: 'installationUpdate', action: 'remove' })).status).toBe(
      200,
    );
    expect(server.events).toMatchObject([{ kind: 'unreachable' }]);
  });

  it('welcomes who came in, not the bot', async () => {
    await start();
    const customer = { id: 'u1', name: 'Anna' };
    const update = { ...MESSAGE, type: 'conversationUpdate', channelId: 'emulator', from: { id: '28:bot' } };
    await server.post({ ...update, membersAdded: [{ id: '28:bot' }] });
    await server.post({ ...update, membersAdded: [{ id: '28:bot' }, customer] });
    expect(server.accepted).toMatchObject([{ from: customer, membersAdded: [customer] }]);
  });

  it('tells the bot that a customer types, and not that people in a group do', async () => {
    await start();
    const typing = { ...MESSAGE, type: 'typing' };
    await server.post({ ...typing, conversation: { ...MESSAGE.conversation, isGroup: true } });
    await server.post({ ...typing, from: MESSAGE.recipient });
    expect(server.accepted).toEqual([]);
    await server.post(typing);
    expect(server.accepted).toMatchObject([{ type: 'typing' }]);
  });

  it.each(['messageReaction', 'endOfConversation', 'trace', 'unheard-of'])(
    'answers 200 to %s and does nothing',
    async (type) => {
      await start();
      expect((await server.post({ ...MESSAGE, type })).status).toBe(200);
      expect(server.accepted).toEqual([]);
    },
  );

  it('does not listen to what the bot said itself', async () => {
    await start();
    await server.post({ ...MESSAGE, from: MESSAGE.recipient });
    expect(server.accepted).toEqual([]);
  });

  it('answers 500 when the message could not be kept, showing nothing of the inside', async () => {
    await start({ bot: { accept: () => Promise.reject(new Error('disk full at /var/x')) } });
    const response = await server.post(MESSAGE);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('disk');
  });

  it('answers 400 to what the bot cannot take', async () => {
    await start({ bot: { accept: () => Promise.reject(botErrors.ACTIVITY_MALFORMED({ missing: 'x' })) } });
    expect((await server.post(MESSAGE)).status).toBe(400);
  });
});

describe('a body that cannot be taken', () => {
  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['no type', JSON.stringify({ ...MESSAGE, type: undefined }), 400],
    ['no channel', JSON.stringify({ ...MESSAGE, channelId: undefined }), 400],
    ['no serviceUrl', JSON.stringify({ ...MESSAGE, serviceUrl: undefined }), 400],
    ['a serviceUrl that is none', JSON.stringify({ ...MESSAGE, serviceUrl: 'javascript:x' }), 400],
    ...['?', '#', '?u=', '\\\\x'].map((end): [string, string, number] => [
      `a serviceUrl with ${end} behind it`,
      JSON.stringify({ ...MESSAGE, serviceUrl: `http://127.0.0.1:1/any${end}` }),
      400,
    ]),
    [
      'a serviceUrl with a password',
      JSON.stringify({ ...MESSAGE, serviceUrl: 'http://a:b@127.0.0.1:1/' }),
      400,
    ],
    ['no conversation', JSON.stringify({ ...MESSAGE, conversation: {} }), 400],
    ['a conversation that climbs', JSON.stringify({ ...MESSAGE, conversation: { id: '..' } }), 400],
    ['no sender', JSON.stringify({ ...MESSAGE, from: undefined }), 400],
    ['too much', JSON.stringify({ ...MESSAGE, text: 'x'.repeat(270_000) }), 413],
  ])('is refused: %s', async (_what, body, status) => {
    await start();
    expect((await server.post(body)).status).toBe(status);
    expect(server.accepted).toEqual([]);
  });

  it('is refused when it is not sent as JSON', async () => {
    await start();
    const response = await server.post(MESSAGE, { 'Content-Type': 'text/plain' });
    expect(response.status).toBe(400);
  });

  it('is no GET', async () => {
    await start();
    const response = await fetch(server.url);
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
  });
});

describe('who may call without a registration', () => {
  it('is nobody in production, who learns what to set', async () => {
    await start({ options: { identity: null, isLocalAllowed: false } });
    const response = await server.post(MESSAGE);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('MicrosoftAppId');
  });

  it('is nobody behind a proxy', async () => {
    await start();
    const response = await server.post(MESSAGE, { 'X-Forwarded-For': '127.0.0.1' });
    expect(response.status).toBe(403);
  });

  it('is nobody who names another machine', async () => {
    await start();
    expect((await server.post(teamsMessage())).status).toBe(403);
    expect(server.accepted).toEqual([]);
  });
});

describe('an invoke', () => {
  it('of the feedback buttons is kept and answered with {}', async () => {
    await start({ forms: [FORM] });
    const response = await server.post(invoke('message/submitAction', { actionName: 'feedback' }));
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(server.accepted).toHaveLength(1);
  });

  it('of a card is kept as the choice it stands for', async () => {
    await start();
    const data = { action: 'request-person', title: 'Met een medewerker' };
    const response = await server.post(
      invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data } }),
    );
    expect(await response.json()).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
    });
    expect(server.accepted).toMatchObject([
      { type: 'message', text: 'Met een medewerker', value: { action: 'request-person' } },
    ]);
  });

  it.each([null, 'x', { action: null }, { action: { data: { verb: 1 } } }])(
    'of a card that is none of ours does nothing: %o',
    async (value) => {
      await start();
      const response = await server.post(invoke('adaptiveCard/action', value));
      expect([response.status, await response.json()]).toMatchObject([200, { statusCode: 400 }]);
      expect(server.accepted).toEqual([]);
    },
  );

  it('that is not known is answered with 501', async () => {
    await start({ forms: [FORM] });
    const response = await server.post(invoke('task/fetch', {}));
    expect([response.status, await response.text()]).toEqual([501, '']);
  });
});

describe('a call that wants the replies as its answer', () => {
  it('gets what the turn said', async () => {
    await start({
      bot: {
        receive: async (_activity, transport) => {
          const facts = { speaker: { kind: 'bot', name: 'Zwaluw' } as const, customerWroteAt: null };
          await transport.send({ type: 'message', id: 'm1', text: 'een' }, facts);
          await transport.send({ type: 'message', id: 'm2', text: 'twee' }, facts);
        },
      },
    });
    const response = await server.post({ ...MESSAGE, deliveryMode: 'expectReplies' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ activities: [{ text: 'een' }, { text: 'twee' }] });
    expect(server.accepted).toEqual([]);
  });

  it('misses what is said after the turn, which goes out by the door', async () => {
    const late: Promise<unknown>[] = [];
    let goOn = () => {};
    const answered = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await start({
      bot: {
        receive: async (_activity, transport) => {
          const facts = { speaker: { kind: 'bot', name: '' } as const, customerWroteAt: null };
          late.push(answered.then(() => transport.send({ type: 'message', text: 'later' }, facts)));
        },
      },
    });
    const response = await server.post({ ...MESSAGE, deliveryMode: 'expectReplies' });
    expect(await response.json()).toEqual({ activities: [] });
    goOn();
    expect(await late[0]).toMatchObject({ kind: 'later', waitMs: 0 });
  });
});
