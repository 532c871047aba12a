import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createServer } from '../../../../channels/server/create-server.js';
import { Router } from '../../../../channels/server/http.js';
import { silentLog } from '../../../../index/platform/log.js';
import { sendBytes } from '../../../support/raw-request.js';
import {
  channelSettingsWith,
  echo,
  startWebchatServer,
  type WebchatServer,
} from '../../../support/webchat-server.js';
import { call, errorCode, type Json, openSocket, visit } from '../../../support/webchat-visitor.js';

function headersOf({ headers }: Response): Record<string, string> {
  const found: Record<string, string> = {};
  headers.forEach((value, name) => {
    found[name] = value;
  });
  return found;
}

describe('server', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.map((server) => server.stop()));
    open.length = 0;
  });
  async function serve(options?: Parameters<typeof startWebchatServer>[0]): Promise<WebchatServer> {
    const server = await startWebchatServer(options);
    open.push(server);
    return server;
  }

  test('is healthy while it runs, and ready once questions are answered', async () => {
    let reason: string | null = 'no release is live';
    const server = await serve({ notReadyBecause: () => reason });
    expect(await call(`${server.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'running' } });
    expect(await call(`${server.url}/readyz`)).toMatchObject({
      status: 503,
      body: { isReady: false, reason: 'no release is live' },
    });
    reason = null;
    expect(await call(`${server.url}/readyz`)).toMatchObject({
      status: 200,
      body: { isReady: true, reason: null },
    });
  });

  test('lets requests in when the start is done, and is alive before', async () => {
    const steps: string[] = [];
    const router = Router();
    router.get('/hello', (_request, response) => {
      steps.push('answered');
      response.json({});
    });
    const settings = channelSettingsWith();
    const server = createServer({
      ...{ settings, log: silentLog, doors: [{ router }], pagesDirectory: null },
      notReadyBecause: () => null,
    });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    let hello: Promise<Response> | undefined;
    const running = await server.listen(port, async () => {
      hello = fetch(`${url}/hello`);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const readiness = await call(`${url}/readyz`);
      expect(readiness).toMatchObject({ status: 503, body: { reason: 'the server is starting' } });
      steps.push('started');
    });
    open.push(running);
    expect((await hello)?.status).toBe(200);
    expect(steps).toEqual(['started', 'answered']);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  test('does nothing of its start where the port is taken, and gives the port back where the start fails', async () => {
    const other = await serve();
    const server = createServer({
      settings: channelSettingsWith(),
      log: silentLog,
      doors: [],
      notReadyBecause: () => null,
      pagesDirectory: null,
    });
    let isBegun = false;
    const begin = async () => {
      isBegun = true;
    };
    const taken = Number(new URL(other.url).port);
    await expect(server.listen(taken, begin)).rejects.toMatchObject({ code: 'PORT_UNUSABLE' });
    expect(isBegun).toBe(false);
    const port = await freePort();
    const failing = server.listen(port, () => Promise.reject(new Error('the disk is full')));
    await expect(failing).rejects.toThrow('the disk is full');
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  test('goes on when connections cannot be taken, and logs it', async () => {
    let http: HttpServer | undefined;
    const notice = (message: unknown) => {
      http = (message as { server: HttpServer }).server;
    };
    subscribe('http.server.request.start', notice);
    const server = await serve();
    await call(`${server.url}/healthz`);
    unsubscribe('http.server.request.start', notice);
    // What Node raises when no more files may be open.
    for (const _ of [1, 2]) http?.emit('error', new Error('accept EMFILE'));
    expect((await call(`${server.url}/healthz`)).status).toBe(200);
    expect(server.logLines.filter((line) => line.includes('accept EMFILE'))).toHaveLength(2);
  });

  test('serves the built pages with headers that keep them ours', async () => {
    const server = await serve();
    writeFileSync(join(server.pagesDirectory, 'index.html'), '<h1>Zwaluw</h1>');
    writeFileSync(join(server.pagesDirectory, 'desk.html'), '<h1>Desk</h1>');
    writeFileSync(join(server.pagesDirectory, 'support-chat.js'), '1');
    writeFileSync(join(server.pagesDirectory, 'app.0123abcd.js'), '1');
    const page = await fetch(server.url);
    expect(await page.text()).toBe('<h1>Zwaluw</h1>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('strict-transport-security')).toBeNull();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`connect-src 'self' blob: ${server.wsUrl}`);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await (await fetch(`${server.url}/desk`)).text()).toBe('<h1>Desk</h1>');
    const script = await fetch(`${server.url}/support-chat.js`);
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const hashed = await fetch(`${server.url}/app.0123abcd.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('serves pages packed where the browser takes it, and as they are where not', async () => {
    const packed = brotliCompressSync('console.log(1)');
    const server = await serve();
    const { pagesDirectory: directory } = server;
    writeFileSync(join(directory, 'app-0123abcd4567.js'), 'console.log(1)');
    writeFileSync(join(directory, 'app-0123abcd4567.js.br'), packed);
    writeFileSync(join(directory, 'index.html'), '<h1>Zwaluw</h1>');
    writeFileSync(join(directory, 'index.html.gz'), gzipSync('<h1>Zwaluw</h1>'));
    const get = (path: string, encoding: string) =>
      fetch(`${server.url}${path}`, { headers: { 'accept-encoding': encoding } });
    const script = await get('/app-0123abcd4567.js', 'gzip, br');
    expect(headersOf(script)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(packed.length),
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(await script.text()).toBe('console.log(1)');
    for (const encoding of ['gzip', 'identity', 'br;q=0']) {
      const plain = await get('/app-0123abcd4567.js', encoding);
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(await plain.text()).toBe('console.log(1)');
    }
    const page = await get('/', 'gzip');
    expect([page.headers.get('content-encoding'), page.headers.get('content-type')]).toEqual([
      'gzip',
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toBe('<h1>Zwaluw</h1>');
  });

  test('packs long answers in JSON where the client takes that, and short ones never', async () => {
    const server = await serve();
    const visitor = await visit(server);
    const path = `/conversations/${visitor.conversationId}/activities`;
    const headers = { 'accept-encoding': 'gzip' };
    const short = await visitor.call(path, { headers });
    expect(short.headers.get('content-encoding')).toBeNull();
    await visitor.post({ type: 'message', text: 'wifi '.repeat(700) });
    const long = await visitor.call(path, { headers });
    expect(long.headers.get('content-encoding')).toBe('gzip');
    expect(JSON.stringify(long.body)).toContain('wifi wifi');
    const plain = await visitor.call(path, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test.each(['/nowhere', '/v3/directline/nowhere', '/..%2f..%2fpackage.json', '/%E0%A4%A'])(
    'answers %s in the one form of errors',
    async (path) => {
      const server = await serve();
      const { status, body, headers } = await call(`${server.url}${path}`);
      expect([400, 404]).toContain(status);
      expect(body).toEqual({
        error: { code: expect.stringMatching(/^(NotFound|BadArgument)$/), message: expect.any(String) },
      });
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    },
  );

  test('hides what failed inside and logs it under the request’s id', async () => {
    const store = {
      start: () => Promise.reject(new Error('disk is full')),
      find: () => Promise.reject(new Error('disk is full')),
      append: () => Promise.reject(new Error('disk is full')),
      after: () => Promise.reject(new Error('disk is full')),
    };
    const server = await serve({ store });
    const visitor = await visit(server, { isStarted: false });
    const { status, body, headers } = await visitor.call('/conversations', { method: 'POST', body: {} });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('disk');
    const line = server.logLines.find((text) => text.includes('disk is full'));
    expect(line).toContain(headers.get('x-request-id'));
  });

  test('speaks of a port that is taken', async () => {
    const other = createHttpServer().listen(0);
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ends: string[] = [];
    const door = { router: Router(), stop: async () => void ends.push('stopped') };
    const server = createServer({
      settings: channelSettingsWith(),
      log: silentLog,
      doors: [door],
      notReadyBecause: () => null,
      pagesDirectory: null,
    });
    await expect(server.listen(port)).rejects.toThrow(
      new RegExp(`^Port ${port} cannot be listened on \\(.*EADDRINUSE.*\\)\\. Stop the program that has it`),
    );
    expect(ends).toEqual(['stopped']);
    other.close();
  });

  test('stops after the turns under way have reached their customers', async () => {
    let answer = () => {};
    const begun = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const server = await serve({
      bot: async (activity, transport) => {
        if (activity.text === 'slow') await begun;
        await echo(activity, transport);
      },
    });
    const visitor = await visit(server);
    const { body } = await visitor.call(`/conversations/${visitor.conversationId}?watermark=1`);
    const upgrade = await openSocket(String(body.streamUrl));
    if ('status' in upgrade) throw new Error('refused');
    const closed = new Promise<number>((resolve) => upgrade.socket.on('close', resolve));
    await visitor.post({ type: 'message', text: 'slow' });
    const stopped = server.stop();
    await expect(call(`${server.url}/healthz`)).rejects.toThrow();
    answer();
    const frames = [await upgrade.next(), await upgrade.next(), await upgrade.next()].map((frame) => {
      const { activities } = JSON.parse(frame) as { activities: { type: string; text?: string }[] };
      return activities[0]?.text ?? activities[0]?.type;
    });
    expect(frames).toEqual(['slow', 'typing', 'echo slow']);
    expect(await closed).toBe(1001);
    await stopped;
  });

  test('stops also when a turn never ends', async () => {
    const server = await serve({ patienceMs: 20, bot: () => new Promise(() => {}) });
    await visit(server);
    await expect(server.stop()).resolves.toBeUndefined();
  });

  test.each([
    ['gzip', gzipSync('{"token":"x"}').subarray(0, 12)],
    ['gzip', Buffer.from('no gzip at all')],
    ['deflate', Buffer.from('no deflate at all')],
    ['br', Buffer.from('no brotli at all')],
    ['strange', Buffer.from('{}')],
  ])(
    'answers a body that is said to be %s and is not with 400, and complains to nobody',
    async (encoding, body) => {
      const server = await serve();
      const headers = { 'content-encoding': encoding, 'content-type': 'application/json' };
      const response = await fetch(`${server.url}/api/webchat/token`, {
        method: 'POST',
        body: new Uint8Array(body),
        headers,
      });
      expect([response.status, errorCode((await response.json()) as Json)]).toEqual([400, 'BadArgument']);
      expect(server.logLines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
    },
  );

  test('answers a part of a file that is not there with 400', async () => {
    const server = await serve();
    writeFileSync(join(server.pagesDirectory, 'page.html'), 'short');
    const { status, body } = await call(`${server.url}/page.html`, { headers: { range: 'bytes=100-' } });
    expect([status, errorCode(body)]).toEqual([400, 'BadArgument']);
  });

  test.each([
    ['a;b'],
    ["x' 'unsafe-inline"],
    ['x, evil.example'],
    ['evil.example/path'],
    ['user@evil.example'],
    ['x"onload="y'],
    ['[::1'],
    ['host:port'],
    ['x:123456'],
    [`${'a'.repeat(300)}.example`],
    [''],
  ])('refuses the host %j before it gets into a header or a link', async (host) => {
    const server = await serve();
    const answer = await sendBytes(
      server.url,
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*"BadArgument"/s);
    expect(answer).not.toMatch(/^content-security-policy/im);
    const upgrade =
      `GET /v3/directline/conversations/x/stream HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
    expect(await sendBytes(server.url, upgrade)).toMatch(/^HTTP\/1\.1 400 .*"BadArgument"/s);
    expect(server.logLines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });

  test('refuses a host that is said twice, and one that a client slipped past the proxy', async () => {
    const direct = await serve();
    const twice = 'GET /healthz HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\nConnection: close\r\n\r\n';
    expect(await sendBytes(direct.url, twice)).toMatch(/^HTTP\/1\.1 400 /);
    const proxied = await serve({ settings: { TRUST_PROXY: 1 } });
    const status = async (forwarded: string) =>
      (await call(`${proxied.url}/healthz`, { headers: { 'x-forwarded-host': forwarded } })).status;
    expect([await status('chat.example'), await status("x' 'unsafe-inline")]).toEqual([200, 400]);
  });

  test.each([
    'localhost:3978',
    'CHAT.example.com',
    '[::1]:3978',
    '192.168.1.10',
    'support_bot:80',
    'xn--bcher-kva.nl',
  ])('takes the host %s', async (host) => {
    const server = await serve();
    const request = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    expect(await sendBytes(server.url, request)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each(['//', '//evil.example/x', '///', 'http://'])('refuses to open a socket at %s', async (path) => {
    const server = await serve();
    const { host } = new URL(server.url);
    const answer = await sendBytes(
      server.url,
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(server.logLines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const probe = createHttpServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
