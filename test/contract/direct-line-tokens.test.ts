import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  SECRET,
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';
import { call, claimsOf, errorCode, type Json, visit } from '../support/webchat-visitor.js';

const company = { authorization: `Bearer ${SECRET}` };
const minutes = (count: number) => count * 60_000;
const days = (count: number) => minutes(count * 24 * 60);

/** The wire of Direct Line 3.0, request by request. */
describe('Direct Line tokens over HTTP', () => {
  let server: WebchatServer;
  beforeEach(async () => {
    server = await startWebchatServer();
  });
  afterEach(() => server.stop());

  async function restart(options: WebchatServerOptions): Promise<void> {
    await server.stop();
    server = await startWebchatServer(options);
  }

  describe('tokens', () => {
    test('carry the customer id that clients read', async () => {
      const visitor = await visit(server, { isStarted: false });
      expect(claimsOf(visitor.token)).toMatchObject({
        user: visitor.userId,
        conv: visitor.conversationId,
        aud: 'directline',
      });
      expect(visitor.userId).toMatch(/^dl_[\w-]{24}$/);
    });

    test('are generated for the secret only, with the customer the company names', async () => {
      const options = { method: 'POST', body: { user: { id: 'dl_anna', name: 'Anna' } }, headers: company };
      const { status, body } = await call(`${server.directLine}/tokens/generate`, options);
      expect(status).toBe(200);
      expect(body).toMatchObject({ conversationId: expect.any(String), expires_in: 3_600 });
      expect(body).not.toHaveProperty('streamUrl');
      expect(claimsOf(body.token)).toMatchObject({ user: 'dl_anna', name: 'Anna' });
      expect(server.received).toEqual([]);

      const visitor = await visit(server);
      const refused = await visitor.call('/tokens/generate', { method: 'POST' });
      expect([refused.status, errorCode(refused.body)]).toEqual([403, 'SecretInvalid']);
    });

    test('are generated for a user whose fields are written in any case', async () => {
      const options = {
        method: 'POST',
        body: { User: { Id: 'dl_customer42', NAME: 'Kees' } },
        headers: company,
      };
      const { body } = await call(`${server.directLine}/tokens/generate`, options);
      expect(claimsOf(body.token)).toMatchObject({ user: 'dl_customer42', name: 'Kees' });
    });

    test.each([
      { user: { id: 'anna' } },
      { User: { ID: 'anna' } },
      { user: 'anna' },
      { user: { id: 'dl_x', name: 7 } },
    ])('are not generated for the user %j', async (body) => {
      const answer = await call(`${server.directLine}/tokens/generate`, {
        method: 'POST',
        body,
        headers: company,
      });
      expect([answer.status, errorCode(answer.body)]).toEqual([400, 'BadArgument']);
    });

    describe('with the signed word of the website', () => {
      const [KEY, BEFORE] = ['k'.repeat(32), 'b'.repeat(32)];
      const word = (key: string, claims: object, endsIn = 300) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'HS256' })
          .setExpirationTime(Math.floor(Date.now() / 1_000) + endsIn)
          .sign(Buffer.from(key));
      const ask = async (body: object) =>
        (await call(`${server.url}/api/webchat/token`, { method: 'POST', body })).body;
      const start = async ({ token }: Json) => {
        const headers = { authorization: `Bearer ${String(token)}` };
        await call(`${server.directLine}/conversations`, { method: 'POST', body: {}, headers });
      };
      const anna = { sub: 'c-1', name: 'Anna', email: 'anna@example.com' };
      beforeEach(() =>
        restart({ settings: { WEBCHAT_IDENTITY_KEY: KEY, WEBCHAT_IDENTITY_KEY_BEFORE: BEFORE } }),
      );

      test.each([KEY, BEFORE])(
        'tell the bot who it is, by the present key and the one before',
        async (key) => {
          const grant = await ask({ identity: await word(key, anna) });
          await start(grant);
          const path = `${server.directLine}/conversations/${grant.conversationId}/activities`;
          const headers = { authorization: `Bearer ${String(grant.token)}` };
          const body = { type: 'message', text: 'hi', from: { identity: { id: 'c-9' }, name: 'Eve' } };
          await call(path, { method: 'POST', body, headers });
          expect(server.received.at(-1)?.from).toEqual({
            id: grant.userId,
            role: 'user',
            name: 'Anna',
            identity: { id: 'c-1', email: 'anna@example.com' },
          });
          expect(server.logLines.join('')).not.toContain('anna@example.com');
        },
      );

      test('make nobody known by another key, after its end, or unsigned', async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const unsigned = `${part({ alg: 'none' })}.${part({ ...anna, exp: 9_999_999_999 })}.x`;
        const words = [await word('x'.repeat(32), anna), await word(KEY, anna, -10), unsigned, '7'];
        for (const identity of words) {
          expect(claimsOf((await ask({ identity })).token)).not.toHaveProperty('vouched');
        }
      });

      test('keep the conversation with its customer alone', async () => {
        const nobody = await ask({});
        await start(nobody);
        const signedIn = await ask({ token: nobody.token, identity: await word(KEY, anna) });
        expect(signedIn.conversationId).toBe(nobody.conversationId);
        const again = await ask({ token: signedIn.token, identity: await word(BEFORE, anna, -60) });
        expect(again.conversationId).toBe(nobody.conversationId);
        for (const identity of [undefined, await word(KEY, { sub: 'c-2' })]) {
          const other = await ask({ token: signedIn.token, identity });
          expect(other.conversationId).not.toBe(nobody.conversationId);
        }
      });
    });

    test('are refreshed while they live, for the same conversation and customer', async () => {
      const visitor = await visit(server);
      server.advance(minutes(59));
      const { status, body } = await visitor.call('/tokens/refresh', { method: 'POST' });
      expect([status, body.conversationId]).toEqual([200, visitor.conversationId]);
      expect(claimsOf(body.token)).toMatchObject({ user: visitor.userId });
      server.advance(minutes(2));
      const late = await visitor.call('/tokens/refresh', { method: 'POST' });
      expect([late.status, errorCode(late.body)]).toEqual([403, 'TokenExpired']);
      const headers = { authorization: `Bearer ${String(body.token)}` };
      expect((await visitor.call('/tokens/refresh', { method: 'POST', headers })).status).toBe(200);
    });

    const exchange = async (token: string) => {
      const options = { method: 'POST', body: { token } };
      return (await call(`${server.url}/api/webchat/token`, options)).body;
    };

    test('are exchanged for days after they ended, so that a visitor returns', async () => {
      const visitor = await visit(server);
      server.advance(days(6));
      expect(await exchange(visitor.token)).toMatchObject({
        conversationId: visitor.conversationId,
        userId: visitor.userId,
      });
    });

    test('give a new conversation when they are too old, forged or of nothing', async () => {
      const visitor = await visit(server);
      const unstarted = await visit(server, { isStarted: false });
      const [head, claims] = visitor.token.split('.');
      for (const token of [`${head}.${claims}.AAAA`, 'nonsense', unstarted.token]) {
        const body = await exchange(token);
        expect(body.conversationId).toEqual(expect.any(String));
        expect([visitor.conversationId, unstarted.conversationId]).not.toContain(body.conversationId);
      }
      server.advance(days(8));
      expect((await exchange(visitor.token)).conversationId).not.toBe(visitor.conversationId);
    });

    test('are refreshed so many times a minute from one address', async () => {
      await restart({ settings: { WEBCHAT_TOKENS_PER_MINUTE: 10 } });
      const { token } = await visit(server);
      const headers = { authorization: `Bearer ${token}` };
      const refresh = () => call(`${server.directLine}/tokens/refresh`, { method: 'POST', headers });
      const answers = await Promise.all(Array.from({ length: 11 }, refresh));
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    });

    test('are limited per address', async () => {
      await restart({ settings: { WEBCHAT_TOKENS_PER_MINUTE: 10 } });
      const ask = () => call(`${server.url}/api/webchat/token`, { method: 'POST' });
      const answers = await Promise.all(Array.from({ length: 11 }, ask));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.map(({ body }) => errorCode(body))).toEqual(['TooManyRequests']);
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  describe('a token', () => {
    test.each([
      ['none', undefined, 401, 'Unauthorized'],
      ['of another scheme', 'Basic abc', 401, 'Unauthorized'],
      ['that is no JWT', 'Bearer abc', 401, 'Unauthorized'],
      ['that is empty', 'Bearer ', 401, 'Unauthorized'],
    ])('%s is refused', async (_name, authorization, status, code) => {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answer = await call(`${server.directLine}/conversations`, { method: 'POST', headers });
      expect([answer.status, errorCode(answer.body)]).toEqual([status, code]);
    });

    test('that is forged is refused with 403, so that clients recover', async () => {
      const visitor = await visit(server);
      const [head, , signature] = visitor.token.split('.');
      const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = encode({ ...claimsOf(visitor.token), user: 'dl_victim' });
      const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.AAAA`;
      for (const token of [`${head}.${claims}.${signature}`, unsigned]) {
        const headers = { authorization: `Bearer ${token}` };
        const { status, body } = await visitor.post({ type: 'message', text: 'hi' }, headers);
        expect([status, errorCode(body)]).toEqual([403, 'TokenInvalid']);
      }
    });

    test('that has expired is refused with 403 everywhere', async () => {
      const visitor = await visit(server);
      server.advance(minutes(61));
      const path = `/conversations/${visitor.conversationId}`;
      const answers = [
        await visitor.call(path),
        await visitor.call(`${path}/activities`),
        await visitor.post({ type: 'message', text: 'hi' }),
        await visitor.call('/conversations', { method: 'POST', body: {} }),
      ];
      for (const { status, body } of answers) {
        expect([status, errorCode(body)]).toEqual([403, 'TokenExpired']);
      }
    });

    test('of a stream opens nothing but the stream', async () => {
      const visitor = await visit(server);
      const { body } = await visitor.call(`/conversations/${visitor.conversationId}`);
      const ticket = new URL(String(body.streamUrl)).searchParams.get('t');
      const headers = { authorization: `Bearer ${ticket}` };
      expect((await visitor.post({ type: 'message', text: 'hi' }, headers)).status).toBe(403);
    });
  });
});
