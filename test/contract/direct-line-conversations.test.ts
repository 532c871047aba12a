import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  SECRET,
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';
import { activitiesOf, call, claimsOf, errorCode, visit } from '../support/webchat-visitor.js';

const company = { authorization: `Bearer ${SECRET}` };

/** The wire of Direct Line 3.0, request by request. */
describe('Direct Line conversations over HTTP', () => {
  let server: WebchatServer;
  beforeEach(async () => {
    server = await startWebchatServer();
  });
  afterEach(() => server.stop());

  async function restart(options: WebchatServerOptions): Promise<void> {
    await server.stop();
    server = await startWebchatServer(options);
  }

  describe('a conversation', () => {
    test('starts with 201 and, started again, answers 200', async () => {
      const visitor = await visit(server, { isStarted: false });
      const start = () =>
        visitor.call('/conversations', { method: 'POST', body: { user: {}, locale: 'nl-NL' } });
      const first = await start();
      expect(first.status).toBe(201);
      expect(first.body).toMatchObject({ conversationId: visitor.conversationId, expires_in: 3_600 });
      expect(String(first.body.streamUrl)).toMatch(
        `${server.wsUrl}/v3/directline/conversations/${visitor.conversationId}/stream?watermark=-&t=`,
      );
      expect(claimsOf(first.body.token)).toMatchObject({ user: visitor.userId });
      expect((await start()).status).toBe(200);
      expect(server.received).toMatchObject([
        {
          type: 'conversationUpdate',
          locale: 'nl-NL',
          membersAdded: [{ id: 'bot' }, { id: visitor.userId }],
          conversation: { id: visitor.conversationId },
        },
      ]);
    });

    test('is started by the secret for a customer the company names', async () => {
      const options = { method: 'POST', body: { user: { id: 'dl_anna' } }, headers: company };
      const { status, body } = await call(`${server.directLine}/conversations`, options);
      expect(status).toBe(201);
      expect(claimsOf(body.token)).toMatchObject({ user: 'dl_anna' });
    });

    test('names its public address in the stream, not the one it is bound to', async () => {
      await restart({ settings: { PUBLIC_URL: 'https://chat.example.com' } });
      const visitor = await visit(server);
      const { body } = await visitor.call(`/conversations/${visitor.conversationId}?watermark=3`);
      expect(String(body.streamUrl)).toMatch(/^wss:\/\/chat\.example\.com\/v3\/.*stream\?watermark=3&t=/);
    });

    test('is unknown before it started', async () => {
      const visitor = await visit(server, { isStarted: false });
      for (const path of ['', '/activities']) {
        const { status, body } = await visitor.call(`/conversations/${visitor.conversationId}${path}`);
        expect([status, errorCode(body)]).toEqual([404, 'ConversationUnknown']);
      }
      expect((await visitor.post({ type: 'message', text: 'hi' })).status).toBe(404);
    });

    test('is closed to the token of another', async () => {
      const [visitor, other] = [await visit(server), await visit(server)];
      const path = `/conversations/${other.conversationId}`;
      const answers = [
        await visitor.call(path),
        await visitor.call(`${path}/activities`),
        await visitor.call(`${path}/activities`, { method: 'POST', body: { type: 'message', text: 'hi' } }),
        await visitor.call(`${path}/upload`, { method: 'POST', body: {} }),
      ];
      for (const { status, body } of answers) {
        expect([status, errorCode(body)]).toEqual([403, 'ConversationNotYours']);
      }
      expect((await activitiesOf(other)).activities.map(({ text }) => text)).toEqual(['Welcome']);
    });

    test('gives what came after the watermark, and the same watermark when nothing did', async () => {
      const visitor = await visit(server);
      const all = await activitiesOf(visitor);
      expect([all.activities.map(({ text }) => text), all.watermark]).toEqual([['Welcome'], '1']);
      expect(await activitiesOf(visitor, '1')).toEqual({ activities: [], watermark: '1' });
      const { body } = await visitor.post({ type: 'message', text: 'hi' });
      expect((await activitiesOf(visitor, '1')).activities[0]).toMatchObject({ id: body.id, text: 'hi' });
    });

    test.each(['-1', 'abc', '1e3', '%00'])('refuses the watermark %s', async (watermark) => {
      const visitor = await visit(server);
      const { status, body } = await visitor.call(
        `/conversations/${visitor.conversationId}/activities?watermark=${watermark}`,
      );
      expect([status, errorCode(body)]).toEqual([400, 'BadArgument']);
    });
  });

  describe('another website', () => {
    const preflight = (path: string, origin: string) =>
      call(`${server.url}${path}`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
        },
      });

    test('that is listed may use the chat', async () => {
      await restart({ settings: { WEBCHAT_ORIGINS: ['https://shop.example/'] } });
      for (const path of ['/v3/directline/conversations', '/api/webchat/token']) {
        const { status, headers } = await preflight(path, 'https://shop.example');
        expect(status).toBe(204);
        expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
        expect(headers.get('access-control-allow-methods')).toBe('GET,POST,OPTIONS');
        expect(headers.get('access-control-allow-headers')).toBe(
          'authorization,content-type,x-ms-bot-agent,x-requested-with',
        );
        expect(headers.get('access-control-max-age')).toBe('600');
        expect(headers.get('vary')).toContain('Origin');
        expect(headers.has('access-control-allow-credentials')).toBe(false);
      }
      const headers = { origin: 'https://shop.example' };
      const answer = await call(`${server.url}/api/webchat/token`, { method: 'POST', headers });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        200,
        'https://shop.example',
      ]);
    });

    test('tell the page of another website why, and the operator once in the log', async () => {
      for (const path of ['/api/webchat/origin', '/api/webchat/origin', '/api/webchat/token']) {
        const method = path.endsWith('token') ? 'POST' : 'GET';
        const answer = await call(server.url + path, {
          method,
          headers: { origin: 'https://forgotten.example' },
        });
        expect([answer.status, errorCode(answer.body)]).toEqual([403, 'OriginNotAllowed']);
        const mayRead = method === 'GET' ? '*' : null;
        expect(answer.headers.get('access-control-allow-origin')).toBe(mayRead);
      }
      const lines = server.logLines.filter((line) => line.includes('WEBCHAT_ORIGINS does not list'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('https://forgotten.example');
      expect((await call(`${server.url}/api/webchat/origin`)).body).toEqual({ isAllowed: true });
    });

    test('that is not listed may not', async () => {
      const visitor = await visit(server);
      const headers = { origin: 'https://evil.example' };
      const answers = [
        await preflight('/v3/directline/conversations', 'https://evil.example'),
        await call(`${server.url}/api/webchat/token`, { method: 'POST', headers }),
        await visitor.post({ type: 'message', text: 'hi' }, headers),
        await visitor.post({ type: 'message', text: 'hi' }, { origin: 'null' }),
      ];
      for (const answer of answers) {
        expect([answer.status, errorCode(answer.body)]).toEqual([403, 'OriginNotAllowed']);
        expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      }
    });

    test('is anyone where * is set; our own pages always may', async () => {
      const own = await call(`${server.url}/api/webchat/token`, {
        method: 'POST',
        headers: { origin: server.url },
      });
      expect(own.status).toBe(200);
      await restart({ settings: { WEBCHAT_ORIGINS: ['*'] } });
      const headers = { origin: 'https://any.example' };
      const answer = await call(`${server.url}/api/webchat/token`, { method: 'POST', headers });
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://any.example');
    });
  });
});
