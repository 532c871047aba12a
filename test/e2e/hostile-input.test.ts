import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskClient } from '../support/desk-client.js';
import { answeredFrom, openCustomer, type ProductCustomer } from '../support/product-customer.js';
import { getPath, sendBytes } from '../support/raw-request.js';
import { type RunningProduct, startProduct } from '../support/running-product.js';
import { type Answer, call, claimsOf, errorCode, openSocket } from '../support/webchat-visitor.js';
import {
  DESK_CALLS,
  DESK_COOKIES,
  LARGE,
  MARK,
  NO_REQUESTS,
  PATHS,
  STRANGE,
  UNREADABLE,
} from './hostile-cases.js';

const KEY = 'a-signing-key-only-for-tests-1234567890';
const QUESTION = 'Waar vind ik de puk-code van mijn simkaart?';
const ITEM = 'samples:nl-001';
const EVIL = 'https://evil.example';

let product: RunningProduct;
let mallory: ProductCustomer;
let alice: ProductCustomer;
/** Tokens and cookies that were given out or tried. */
const secrets: string[] = [];

beforeAll(async () => {
  product = await startProduct({
    settings: { WEBCHAT_SIGNING_KEY: KEY, LOG_LEVEL: 'debug', DESK_SIGN_INS_PER_MINUTE: '200' },
  });
  [mallory, alice] = await Promise.all([openCustomer(product.url), openCustomer(product.url)]);
  secrets.push(KEY, mallory.token, alice.token);
});
afterAll(() => product.remove());

const message = (fields: object) => ({ type: 'message', text: MARK, ...fields });

/** The one form of every error: a status, a code and a sentence, nothing else. */
function expectRefused(
  { status, body }: Pick<Answer, 'status' | 'body'>,
  as: readonly [number, string],
): void {
  expect({ status, code: errorCode(body) }).toEqual({ status: as[0], code: as[1] });
  const { error } = body as { error: { message: string } };
  expect(Object.keys(body)).toEqual(['error']);
  expect(error.message).toMatch(/^[A-Z"].{10,}\.$/s);
  expect(error.message).not.toContain(MARK);
}

describe('an activity that cannot be read', () => {
  it.each(UNREADABLE)('is refused: %s', async (_, body) => {
    expectRefused(await mallory.post(body), [400, 'BadArgument']);
  });

  it('is refused when it is not sent as JSON', async () => {
    const path = `/conversations/${mallory.conversationId}/activities`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await mallory.call(path, { method: 'POST', body: 'type=message&text=x', headers });
    expectRefused(answer, [400, 'BadArgument']);
  });

  it('is refused when it is too large, in the form of Direct Line', async () => {
    expectRefused(await mallory.post(message({ text: 'x'.repeat(300_000) })), [413, 'BodyTooLarge']);
    expect((await mallory.post(message({ text: 'x'.repeat(5_000) }))).status).toBe(200);
    expectRefused(await mallory.post(`{"type":"message","text":"${'é'.repeat(1_100_000)}"}`), [
      413,
      'BodyTooLarge',
    ]);
    for (const [, fields] of LARGE) {
      expect((await mallory.post(message(fields))).status).toBe(200);
      expectRefused(await mallory.post({ ...message(fields), type: 'event' }), [413, 'ActivityTooLarge']);
    }
    const token = { method: 'POST', body: { token: 'x'.repeat(300_000) } };
    expectRefused(await call(`${product.url}/api/webchat/token`, token), [413, 'BodyTooLarge']);
  });
});

describe('an activity that says strange things', () => {
  it.each(STRANGE)('is taken and does no harm: %s', async (_, fields) => {
    expect(await mallory.post(message(fields))).toMatchObject({ status: 200 });
  });

  it('cannot reach the prototype of objects', async () => {
    const poison = '{"isAdmin":true,"type":"typing","status":200}';
    const answer = await mallory.post(
      `{"type":"message","text":"${MARK}","__proto__":${poison},"constructor":{"prototype":${poison}},
        "value":{"__proto__":${poison}},"channelData":{"__proto__":${poison},"clientActivityID":"p1"}}`,
    );
    expect(answer.status).toBe(200);
    const posted = (await mallory.heard()).find((said) => said.id === (answer.body as { id: string }).id);
    expect(posted).toMatchObject({ type: 'message', from: { id: mallory.userId } });
    expectRefused(await call(`${product.url}/no-such-page`), [404, 'NotFound']);
  });

  it('cannot speak as somebody else', async () => {
    const { status } = await mallory.post(
      message({
        text: `${MARK} from the bank`,
        id: 'bot-1',
        from: { id: alice.userId, role: 'bot', name: 'Zwaluw' },
        conversation: { id: alice.conversationId },
        recipient: { id: alice.userId },
        channelId: 'msteams',
        serviceUrl: EVIL,
        replyToId: 'x',
        timestamp: '1999-01-01T00:00:00Z',
      }),
    );
    expect(status).toBe(200);
    const posted = await mallory.until((said) => said.text === `${MARK} from the bank`);
    expect(posted).toMatchObject({
      from: { id: mallory.userId, role: 'user' },
      conversation: { id: mallory.conversationId },
      channelId: 'directline',
      serviceUrl: product.url,
    });
    expect(posted.id).toMatch(`${mallory.conversationId}|`);
    expect(posted).not.toHaveProperty('replyToId');
    expect((await alice.heard()).some((said) => said.text?.includes(MARK))).toBe(false);
  });
});

describe('a token', () => {
  const claims = () => claimsOf(alice.token) as Record<string, unknown>;
  const sign = (key: string, changes: object = {}) =>
    new SignJWT({ ...claims(), ...changes })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(Buffer.from(key, 'utf8'));
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hourAgo = () => Math.floor(Date.now() / 1_000) - 3_600;

  const FORGERIES: readonly (readonly [string, () => Promise<string>, readonly [number, string]])[] = [
    ['signed by another key', () => sign('another-key-that-is-long-enough-123456'), [403, 'TokenInvalid']],
    [
      'without signature',
      async () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims())}.`,
      [401, 'Unauthorized'],
    ],
    [
      'of no algorithm, with the signature of another',
      async () => `${base64({ alg: 'none' })}.${base64(claims())}.${alice.token.split('.')[2]}`,
      [403, 'TokenInvalid'],
    ],
    [
      'with claims changed after signing',
      async () => {
        const [head, , signature] = mallory.token.split('.');
        return `${head}.${base64({ ...claims(), conv: alice.conversationId })}.${signature}`;
      },
      [403, 'TokenInvalid'],
    ],
    ['that has ended', () => sign(KEY, { exp: hourAgo() }), [403, 'TokenExpired']],
    ['that never ends', () => sign(KEY, { exp: undefined }), [403, 'TokenInvalid']],
    ['made for streams', () => sign(KEY, { aud: 'directline-stream' }), [403, 'TokenInvalid']],
    ['of another issuer', () => sign(KEY, { iss: 'somebody' }), [403, 'TokenInvalid']],
    ['without conversation', () => sign(KEY, { conv: undefined }), [403, 'TokenInvalid']],
    ['with a list as conversation', () => sign(KEY, { conv: [alice.conversationId] }), [403, 'TokenInvalid']],
    ['that is no token', async () => 'let-me-in-please', [401, 'Unauthorized']],
  ];

  it.each(FORGERIES)('is refused: %s', async (_, forge, as) => {
    const token = await forge();
    secrets.push(token);
    const headers = { authorization: `Bearer ${token}` };
    const path = `/conversations/${alice.conversationId}`;
    expectRefused(await alice.call(`${path}/activities`, { headers }), as);
    expectRefused(await alice.call(`${path}/activities`, { method: 'POST', body: message({}), headers }), as);
    expectRefused(await alice.call('/tokens/refresh', { method: 'POST', headers }), as);
    // The door for browsers gives a new conversation instead, and never the one that was asked for; but a page
    // that comes back with a token of its own that has ended may go on.
    const resumed = await call(`${product.url}/api/webchat/token`, { method: 'POST', body: { token } });
    expect(resumed.status).toBe(200);
    expect(resumed.body.conversationId === alice.conversationId).toBe(as[1] === 'TokenExpired');
  });

  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic bWFsbG9yeTp4' }],
    ['nothing after Bearer', { authorization: 'Bearer ' }],
  ])('is missing: %s', async (_, headers) => {
    const url = `${product.url}/v3/directline/conversations/${alice.conversationId}/activities`;
    expectRefused(await call(url, { headers }), [401, 'Unauthorized']);
  });

  it('cannot be generated without the secret', async () => {
    const answer = await mallory.call('/tokens/generate', { method: 'POST', body: { user: { id: 'dl_a' } } });
    expectRefused(answer, [403, 'SecretInvalid']);
  });
});

describe("another customer's conversation", () => {
  it.each([
    ['is not read', 'GET', '/activities', undefined],
    ['is not written to', 'POST', '/activities', message({})],
    ['is not joined', 'GET', '', undefined],
    ['takes no files', 'POST', '/upload', message({})],
  ])('%s', async (_, method, path, body) => {
    const whole = `/conversations/${alice.conversationId}${path}`;
    expectRefused(await mallory.call(whole, { method, body }), [403, 'ConversationNotYours']);
  });

  it('has no stream for strangers', async () => {
    const ticket = await ticketOf(mallory);
    secrets.push(ticket);
    const stream = (conversationId: string, query: string) =>
      `${product.url.replace('http', 'ws')}/v3/directline/conversations/${conversationId}/stream?${query}`;
    const refusals = {
      [stream(alice.conversationId, `t=${ticket}`)]: [403, 'ConversationNotYours'],
      [stream(alice.conversationId, `t=${mallory.token}`)]: [403, 'TokenInvalid'],
      [stream(alice.conversationId, '')]: [401, 'Unauthorized'],
      [stream('__proto__', `t=${ticket}`)]: [403, 'ConversationNotYours'],
      [stream(mallory.conversationId, `t=${ticket}&watermark=-1`)]: [400, 'BadArgument'],
    } as const;
    for (const [url, as] of Object.entries(refusals)) {
      const answer = await openSocket(url);
      if ('socket' in answer) throw new Error(`a stranger was let in: ${url}`);
      expectRefused(answer, as);
    }
  });

  it('has heard nothing of all that', async () => {
    const heard = await alice.heard();
    expect(heard.filter((said) => said.from.role !== 'bot')).toEqual([]);
  });
});

describe('a page of another website', () => {
  it('gets no token, no conversation and no permission', async () => {
    for (const origin of [EVIL, 'null', `${product.url}.evil.example`]) {
      const headers = { origin };
      const answers = await Promise.all([
        call(`${product.url}/api/webchat/token`, { method: 'POST', headers }),
        call(`${product.url}/api/webchat/token`, { method: 'OPTIONS', headers }),
        mallory.call('/conversations', { method: 'POST', body: {}, headers }),
      ]);
      for (const answer of answers) {
        expectRefused(answer, [403, 'OriginNotAllowed']);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });

  it('opens no socket', async () => {
    const { streamUrl } = (await mallory.call(`/conversations/${mallory.conversationId}`)).body;
    const answer = await openSocket(String(streamUrl), { origin: EVIL });
    if ('socket' in answer) throw new Error('the other website was let in');
    expectRefused(answer, [403, 'OriginNotAllowed']);
  });
});

describe('a path', () => {
  it.each(PATHS)('leads to nothing outside: %s', async (path) => {
    const { status, text } = await getPath(product.url, path);
    expect([400, 401, 403, 404]).toContain(status);
    expect(text).not.toMatch(/"dependencies"|SQLite format|root:/);
    expect(Object.keys(JSON.parse(text))).toEqual(['error']);
  });

  it.each([
    '//evil.example/%2e%2e',
    '//evil.example%2f..',
    '//evil.example',
    '/en',
    '/desk/%2f%2fevil.example',
  ])('leads to no other website: %s', async (path) => {
    const { location } = await getPath(product.url, path);
    const { origin } = new URL(product.url);
    expect(new URL(location ?? '/', product.url).origin).toBe(origin);
  });

  it('in the name of an uploaded file stays a name', async () => {
    const before = readdirSync(product.directory, { recursive: true }).length;
    const form = new FormData();
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    form.append('file', new Blob([png], { type: 'image/png' }), '../../../evil.png');
    const url = `${product.url}/v3/directline/conversations/${mallory.conversationId}/upload`;
    const headers = { authorization: `Bearer ${mallory.token}` };
    const response = await fetch(url, { method: 'POST', headers, body: form });
    expect(response.status).toBe(200);
    expect(readdirSync(join(product.directory, 'files'))).toEqual([expect.stringMatching(/^[\w-]{24}$/)]);
    // The folder and the file.
    expect(readdirSync(product.directory, { recursive: true }).length).toBe(before + 2);
  });
});

describe('the desk', () => {
  it.each(DESK_CALLS)('lets nobody in who is not signed in: %s %s', async (method, path) => {
    for (const cookie of DESK_COOKIES) {
      const client = createDeskClient(product.url);
      client.cookie = cookie;
      const answer = method === 'GET' ? await client.get(path) : await client.post(path, {});
      expectRefused({ status: answer.status, body: answer.body ?? {} }, [401, 'DeskSessionEnded']);
    }
  });

  it('does nothing that another website asks for', async () => {
    const agent = createDeskClient(product.url);
    const token = product.firstInvitation?.split('#')[1] ?? '';
    const account = { name: 'Sanne', email: 'sanne@example.com', password: 'een zin van een paar woorden' };
    const accepted = await agent.post('/invitation/accept', { token, ...account });
    expect(accepted.status).toBe(200);
    secrets.push(token, agent.cookie.replace('desk_session=', ''), account.password);

    const foreign: readonly Record<string, string>[] = [
      { origin: EVIL },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'x-desk': '' },
    ];
    for (const headers of foreign) {
      for (const [method, path] of DESK_CALLS) {
        if (method === 'GET') continue;
        const { status, body } = await agent.post(path, {}, headers);
        expectRefused({ status, body: body ?? {} }, [403, 'DeskForeignPage']);
      }
    }
    expect((await agent.get('/me')).status).toBe(200);
    const page = await fetch(`${product.url}/desk`, { headers: { origin: EVIL } });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");

    const wrong: readonly (readonly [string, unknown, readonly [number, string]])[] = [
      ['/sign-in', { email: { $ne: '' }, password: { $ne: '' } }, [400, 'BadArgument']],
      ['/sign-in', { email: "' OR 1=1 --", password: 'x' }, [400, 'BadArgument']],
      ['/sign-in', { email: account.email, password: "' OR 1=1 --" }, [401, 'DeskSignInRefused']],
      ['/sign-in', '{"email":', [400, 'BadArgument']],
      ['/sign-in', '[]', [400, 'BadArgument']],
      ['/sign-in', { ...account, __proto__: null, isAdmin: true }, [400, 'BadArgument']],
      ['/sign-in', { email: account.email, password: 'x'.repeat(300_000) }, [413, 'BodyTooLarge']],
      ['/invitation/accept', { token, ...account }, [410, 'InvitationInvalid']],
      ['/invitations', { role: 'owner' }, [400, 'BadArgument']],
      ['/conversation/__proto__/claim', {}, [404, 'DeskConversationUnknown']],
      [`/conversation/${'x'.repeat(5_000)}/claim`, {}, [404, 'DeskConversationUnknown']],
      ['/conversation/x/reply', { text: 'x', key: 'reply-key-1' }, [404, 'DeskConversationUnknown']],
      ['/conversation/x/reply', { text: 'x'.repeat(5_000), key: 'reply-key-2' }, [400, 'BadArgument']],
    ];
    for (const [path, body, as] of wrong) {
      const answer = await agent.post(path, body);
      expectRefused({ status: answer.status, body: answer.body ?? {} }, as);
    }
  });
});

describe('bytes that are no request', () => {
  it.each(NO_REQUESTS)('are refused: %s', async (_, bytes) => {
    const answer = await sendBytes(product.url, bytes);
    expect(answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer)).toBe(true);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  });

  it('may end in the middle', async () => {
    const { host } = new URL(product.url);
    const path = `/v3/directline/conversations/${mallory.conversationId}/activities`;
    const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${mallory.token}\r\n`;
    const bytes = `${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"type":"mess`;
    await sendBytes(product.url, bytes, { isCutOff: true });
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  });

  it('on a socket end that socket only', async () => {
    const { streamUrl } = (await mallory.call(`/conversations/${mallory.conversationId}`)).body;
    const opened = await openSocket(String(streamUrl));
    if (!('socket' in opened)) throw new Error(`no socket: ${opened.status}`);
    const closed = new Promise<number>((resolve) => opened.socket.on('close', resolve));
    opened.socket.send('{"activities":[{"type":"message","text":"from the socket"}]}');
    opened.socket.send('x'.repeat(100_000));
    expect(await closed).toBe(1009);
    expect((await mallory.heard()).some((said) => said.text === 'from the socket')).toBe(false);
  });
});

describe('after all of it', () => {
  it('gives a customer the right answer', async () => {
    const customer = await openCustomer(product.url);
    await customer.say(QUESTION);
    await customer.until((said) => answeredFrom(said) === ITEM);
    await alice.say(QUESTION);
    await alice.until((said) => answeredFrom(said) === ITEM);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });

  it('has logged no unexpected error, no secret and no words', async () => {
    // Turns under way are over when it has stopped.
    expect(await product.stop()).toBe(0);
    const log = product.output();
    expect(log).toContain('A request was refused.');
    const errors = log.split('\n').filter((line) => /"level":[56]0/.test(line) || /^ +at /.test(line));
    expect(errors).toEqual([]);
    expect(log).not.toContain(MARK);
    expect(log).not.toContain(QUESTION);
    const printedOnPurpose = product.firstInvitation?.split('#')[1];
    const leaked = secrets.filter((secret) => secret !== printedOnPurpose && log.includes(secret));
    expect(leaked).toEqual([]);
  });
});

async function ticketOf(customer: ProductCustomer): Promise<string> {
  const { body } = await customer.call(`/conversations/${customer.conversationId}`);
  return new URL(String(body.streamUrl)).searchParams.get('t') ?? '';
}
