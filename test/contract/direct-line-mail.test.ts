import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../bot/contracts/channels.js';
import type { CustomerMail } from '../../bot/contracts/mail/customer-mail.js';
import { startWebchatServer, type WebchatServer } from '../support/webchat-server.js';
import { activitiesOf, errorCode, openSocket, visit } from '../support/webchat-visitor.js';

const asked: unknown[] = [];
const events: ChannelEvent[] = [];
/** Notes what it is asked for; the rules behind it have tests of their own. */
const mail: CustomerMail = {
  standing: async (of) => {
    asked.push(['standing', of]);
    return { isOn: true, repliesTo: null };
  },
  leaveAddress: async (...all) => {
    asked.push(['leave', ...all]);
    return { kind: 'code-sent' };
  },
  confirmAddress: async (...all) => {
    asked.push(['confirm', ...all]);
    return { kind: 'wrong', left: 4 };
  },
  forgetAddress: async (of) => void asked.push(['forget', of]),
  transcript: async (of, language) =>
    of.conversationId === 'gone' ? null : { name: `${language}.html`, html: '<p>Hallo</p>' },
};

let server: WebchatServer;
beforeAll(async () => {
  server = await startWebchatServer({ mail, takeEvent: async (event) => void events.push(event) });
});
afterAll(() => server.stop());

describe('what customers take with them', () => {
  it('is given to the token of the conversation, and to no other', async () => {
    const [maria, piet] = [await visit(server), await visit(server)];
    const path = `/conversations/${maria.conversationId}`;
    const own = await maria.call(`${path}/transcript?language=en&timeZone=Europe/Paris`);
    expect(own.body).toEqual({ name: 'en.html', html: '<p>Hallo</p>' });
    expect(own.headers.get('cache-control')).toBe('no-store');
    for (const [method, tail] of [
      ['GET', 'transcript'],
      ['GET', 'mail'],
      ['POST', 'mail/forget'],
    ] as const) {
      const refused = await piet.call(`${path}/${tail}`, { method });
      expect([refused.status, errorCode(refused.body)]).toEqual([403, 'ConversationNotYours']);
    }
    const foreign = await piet.call(`${path}/mail/code`, { method: 'POST', body: { code: '123456' } });
    expect(foreign.status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('an address, its code and its end reach the bot for that conversation', async () => {
    const maria = await visit(server);
    const path = `/conversations/${maria.conversationId}/mail`;
    const of = { channelId: 'directline', conversationId: maria.conversationId };
    const left = { address: 'maria@example.com', wish: 'replies', language: 'en' };
    expect((await maria.call(path, { method: 'POST', body: left })).body).toEqual({ kind: 'code-sent' });
    const wrong = await maria.call(`${path}/code`, { method: 'POST', body: { code: '123456' } });
    expect(wrong.body).toEqual({ kind: 'wrong', left: 4 });
    await maria.call(`${path}/forget`, { method: 'POST' });
    expect(asked).toEqual([
      ['leave', of, 'maria@example.com', 'replies', 'en'],
      ['confirm', of, '123456'],
      ['forget', of],
    ]);
    const bad = await maria.call(path, {
      method: 'POST',
      body: { address: 'maria@example.com', wish: 'all' },
    });
    expect([bad.status, errorCode(bad.body)]).toEqual([400, 'BadArgument']);
    const large = await maria.call(path, { method: 'POST', body: { ...left, address: 'm'.repeat(3_000) } });
    expect(large.status).toBe(413);
  });
});

describe('whether a customer has the chat open', () => {
  const told = (id: string) =>
    events.flatMap((event) =>
      event.kind === 'window' && event.of.conversationId === id ? [event.state] : [],
    );

  it('is told when the first window opens and the last is closed, and of those who only ask', async () => {
    const maria = await visit(server);
    const { body } = await maria.call(`/conversations/${maria.conversationId}`);
    const one = await openSocket(String(body.streamUrl));
    const other = await openSocket(String(body.streamUrl));
    if (!('socket' in one) || !('socket' in other)) throw new Error('no stream was opened');
    await expect.poll(() => told(maria.conversationId)).toEqual(['open']);
    one.socket.close();
    other.socket.close();
    await expect.poll(() => told(maria.conversationId)).toEqual(['open', 'closed']);
    await activitiesOf(maria);
    await activitiesOf(maria);
    expect(told(maria.conversationId)).toEqual(['open', 'closed', 'asked']);
  });
});
