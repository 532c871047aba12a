import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  SECRET,
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';
import { activitiesOf, call, claimsOf, errorCode, visit } from '../support/webchat-visitor.js';

/** The wire of Direct Line 3.0, request by request. */
describe('Direct Line posts over HTTP', () => {
  let server: WebchatServer;
  beforeEach(async () => {
    server = await startWebchatServer();
  });
  afterEach(() => server.stop());

  async function restart(options: WebchatServerOptions): Promise<void> {
    await server.stop();
    server = await startWebchatServer(options);
  }

  describe('where a post comes from', () => {
    test('is told to the bot by a key, the same for the same network, and shown to nobody', async () => {
      await restart({ settings: { TRUST_PROXY: 1 } });
      const [visitor, other] = [await visit(server), await visit(server)];
      const from = (address: string) => ({ 'x-forwarded-for': address });
      await visitor.post({ type: 'message', text: 'one', addressKey: 'mine' }, from('203.0.113.7'));
      await other.post({ type: 'message', text: 'two' }, from('203.0.113.7'));
      await other.post({ type: 'message', text: 'three' }, from('203.0.113.8'));
      const [one, two, three] = server.origins.slice(-3).map((origin) => origin?.addressKey);
      expect(one).toMatch(/^[\w-]{22}$/);
      expect(two).toBe(one);
      expect(three).not.toBe(one);
      const kept = JSON.stringify([await activitiesOf(visitor), await activitiesOf(other), server.logLines]);
      expect(kept).not.toContain(one);
      expect(kept).not.toContain('203.0.113');
    });
  });

  describe('a post', () => {
    test('is stored with its unknown fields, under our sender, id and conversation', async () => {
      const visitor = await visit(server);
      const value = { action: 'feedback', turnId: 't1', isHelpful: true };
      const { body } = await visitor.post({
        type: 'message',
        id: 'mine',
        text: 'ja',
        value,
        entities: [{ type: 'ClientCapabilities' }],
        channelData: { postBack: true, clientActivityID: 'x1' },
        channelId: 'teams',
        serviceUrl: 'https://evil.example',
        conversation: { id: 'other' },
        recipient: { id: 'other' },
        from: { id: 'dl_victim', role: 'bot' },
        deliveryMode: 'expectReplies',
        replyToId: 'other',
        timestamp: '1999-01-01T00:00:00.000Z',
        somethingNew: 1,
      });
      const given = server.received.at(-1);
      expect(given).toMatchObject({
        id: body.id,
        text: 'ja',
        value,
        entities: [{ type: 'ClientCapabilities' }],
        channelData: { postBack: true, clientActivityID: 'x1' },
        channelId: 'directline',
        serviceUrl: server.url,
        conversation: { id: visitor.conversationId },
        recipient: { id: 'bot', name: 'Robin' },
        from: { id: visitor.userId, role: 'user' },
        somethingNew: 1,
      });
      expect(given).not.toHaveProperty('deliveryMode');
      expect(given).not.toHaveProperty('replyToId');
      expect(given).not.toHaveProperty('quoted');
      const { activities: stored } = await activitiesOf(visitor);
      expect(stored.find(({ id }) => id === body.id)).toEqual(given);
      expect(String(given?.timestamp)).toMatch(/^2[0-9-]+T[0-9:.]+Z$/);
    });

    test('that answers to a message names it beside the words, in no field that holds back its echo', async () => {
      const visitor = await visit(server);
      const message = { type: 'message', text: 'klopt dit nog?', replyToId: 'an-answer' };
      await visitor.post(message);
      expect(server.received.at(-1)).toMatchObject({ quoted: { activityId: 'an-answer', text: null } });
      expect(server.received.at(-1)).not.toHaveProperty('replyToId');
      await visitor.post({ ...message, quoted: { activityId: null, text: 'gratis' }, replyToId: 7 });
      expect(server.received.at(-1)).not.toHaveProperty('quoted');
    });

    test('that is repeated after a lost answer is one message', async () => {
      const visitor = await visit(server);
      const message = { type: 'message', text: 'hi', channelData: { clientActivityID: 'same' } };
      const [first, second] = [await visitor.post(message), await visitor.post(message)];
      expect(second.body).toEqual(first.body);
      const { activities: stored } = await activitiesOf(visitor);
      expect(stored.filter(({ text }) => text === 'hi')).toHaveLength(1);
    });

    test.each([
      ['what is not JSON', '{"type":'],
      ['a list', []],
      ['a text', '"hello"'],
      ['nothing', ''],
      ['no type', { text: 'hi' }],
      ['a type that customers do not send', { type: 'conversationUpdate', membersAdded: [] }],
      ['a text that is a number', { type: 'message', text: 7 }],
      ['attachments that are no list', { type: 'message', attachments: {} }],
      ['an attachment without a type', { type: 'message', attachments: [{}] }],
      [
        'an attachment that runs code',
        { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'javascript:alert(1)' }] },
      ],
      ['a sender that is a text', { type: 'message', text: 'hi', from: 'me' }],
    ])('of %s is refused and changes nothing', async (_name, body) => {
      const visitor = await visit(server);
      const answer = await visitor.post(body);
      expect([answer.status, errorCode(answer.body)]).toEqual([400, 'BadArgument']);
      expect((await activitiesOf(visitor)).watermark).toBe('1');
    });

    test('that is too large is refused and changes nothing', async () => {
      const visitor = await visit(server);
      const large = { type: 'event', name: 'x', value: 'x'.repeat(300_000) };
      const huge = { type: 'event', name: 'x', value: 'x'.repeat(2_000_000) };
      for (const activity of [large, huge]) {
        const { status, body } = await visitor.post(activity);
        expect([status, errorCode(body)]).toEqual([413, 'BodyTooLarge']);
      }
      expect((await activitiesOf(visitor)).watermark).toBe('1');
    });

    test('of 256 K characters counts characters, not bytes', async () => {
      const visitor = await visit(server);
      const padded = `{"type":"event","name":"x"}${' '.repeat(200_000)}`;
      expect((await visitor.post(padded)).status).toBe(200);
      const { status, body } = await visitor.post({ type: 'event', name: 'x', value: '€'.repeat(200_000) });
      expect([status, errorCode(body)]).toEqual([413, 'ActivityTooLarge']);
    });

    test.each<[string, (pad: string) => object]>([
      ['channelData', (pad) => ({ channelData: { pad } })],
      ['its value', (pad) => ({ value: [pad] })],
      ['its entities', (pad) => ({ entities: [{ type: 'x', pad }] })],
      ['an attachment', (pad) => ({ attachments: [{ contentType: 'image/png', content: pad }] })],
      ['a field nobody knows', (pad) => ({ somethingNew: pad })],
      ['a name', (pad) => ({ name: pad })],
      ['many small fields', (pad) => Object.fromEntries([...pad].map((_, index) => [`f${index}`, 0]))],
    ])('holds at most 8 kB beside its text, whatever makes it large: %s', async (_name, fields) => {
      const visitor = await visit(server);
      const text = '€'.repeat(4_000);
      for (const type of ['event', 'typing']) {
        const { status, body } = await visitor.post({ type, text, ...fields('€'.repeat(2_800)) });
        expect([status, errorCode(body)]).toEqual([413, 'ActivityTooLarge']);
      }
      expect((await activitiesOf(visitor)).watermark).toBe('1');
      expect((await visitor.post({ type: 'message', text, ...fields('€'.repeat(300)) })).status).toBe(200);
    });

    test.each([
      ['text', { text: 'x'.repeat(4_001) }, 'MessageTooLong', '[message of 4001 characters]'],
      ['card', { text: 'see', value: 'x'.repeat(9_000) }, 'ActivityTooLarge', '[message of 3 characters]'],
    ])(
      'with too much %s is shown without it, once, and the bot says why',
      async (_name, fields, code, shown) => {
        const visitor = await visit(server);
        const message = { type: 'message', ...fields, channelData: { clientActivityID: 'c1' } };
        const before = server.received.length;
        const [first, second] = [await visitor.post(message), await visitor.post(message)];
        expect([first.status, second.body]).toEqual([200, first.body]);
        const { activities } = await activitiesOf(visitor);
        expect(activities.slice(-2)).toMatchObject([
          { id: first.body.id, text: shown, channelData: { clientActivityID: 'c1', refusal: { code } } },
          { from: { role: 'bot' }, text: expect.stringMatching(/^Your message is too/) },
        ]);
        expect(activities).toHaveLength(3);
        expect(server.received).toHaveLength(before);
      },
    );

    test.each(['invoke', 'trace', 'handoff'])(
      'of type %s is shown, not stored, and nothing to the bot',
      async (type) => {
        const visitor = await visit(server);
        const before = server.received.length;
        const { status, body } = await visitor.post({ type, name: 'x', value: 1 });
        expect([status, body.id]).toEqual([200, expect.any(String)]);
        expect(server.received).toHaveLength(before);
        expect((await activitiesOf(visitor)).watermark).toBe('1');
      },
    );

    test.each([
      ['keeps its own sender with the secret', 'r_own', 'r_own'],
      ['is never the bot', 'bot', 'r_abc123'],
      ['is never a colleague', 'agent-x', 'r_abc123'],
    ])('%s', async (_name, id, expected) => {
      const headers = { authorization: `Bearer ${SECRET}` };
      const body = { user: { id: 'r_abc123', name: 'Anna' } };
      const started = await call(`${server.directLine}/conversations`, { method: 'POST', body, headers });
      expect(started.status).toBe(201);
      expect(claimsOf(started.body.token)).toMatchObject({ user: 'r_abc123', name: 'Anna' });
      const path = `${server.directLine}/conversations/${started.body.conversationId}/activities`;
      const message = { type: 'message', text: 'hi', from: { id, name: 'Kees', role: 'bot' } };
      await call(path, { method: 'POST', body: message, headers });
      expect(server.received.at(-1)?.from).toEqual({ id: expected, name: 'Kees', role: 'user' });
    });

    test('is limited per conversation', async () => {
      await restart({ settings: { WEBCHAT_POSTS_PER_MINUTE: 10 } });
      const [busy, calm] = [await visit(server), await visit(server)];
      const message = { type: 'message', text: 'hi' };
      const answers = await Promise.all(Array.from({ length: 11 }, () => busy.post(message)));
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
      expect((await calm.post(message)).status).toBe(200);
    });

    test('never reaches the log, nor does a token', async () => {
      const visitor = await visit(server);
      await visitor.post({ type: 'message', text: 'my secret question' });
      await visitor.post({ type: 'message', text: 'fail' });
      await visitor.post('{"type": "my secret question');
      const log = server.logLines.join('\n');
      expect(log).toContain('The bot did not take an activity.');
      expect(log).not.toContain('secret question');
      expect(log).not.toContain(visitor.token);
    });
  });
});
