import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createServer, type ServerOptions } from '../../../../channels/server/create-server.js';
import { createRequestGuard } from '../../../../channels/server/front/guard-requests.js';
import { vouchFor } from '../../../../channels/server/front/vouched.js';
import { Router } from '../../../../channels/server/http.js';
import type { ChannelSettings } from '../../../../channels/settings.js';
import { createLog, silentLog } from '../../../../index/platform/log.js';
import { createFloodClient, type FloodClient, type FloodRequest } from '../../../bench/flood/flood-client.js';
import { sendBytes } from '../../../support/raw-request.js';
import { channelSettingsWith } from '../../../support/webchat-server.js';

const FLOODER = '127.0.0.2';
const OFFICE = '127.0.0.3';
const HOURS = 3_600_000;
/** Fifteen seconds of ten a second. */
const SMALL = { SERVER_REQUESTS_PER_ADDRESS: 10 };
const PAGE: FloodRequest = { method: 'GET', path: '/page' };

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends.length = 0;
});

/** A server with a door that notes what reaches it, on a clock that stands unless it is moved. */
async function serve(settings: Partial<ChannelSettings> = {}, refusalMs = 0) {
  const reached: string[] = [];
  const refusals: string[] = [];
  const logLines: string[] = [];
  let time = 0;
  const router = Router();
  router.use((request, response) => {
    reached.push(request.path);
    if (request.path === '/verified') vouchFor(request);
    response.status(request.path === '/forged' ? 403 : 200).json({});
  });
  const operations = {
    readiness: async () => [],
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    answered: ({ door, code }: { readonly door: string; readonly code: string | null }) => {
      if (door === 'front') refusals.push(String(code));
    },
  };
  const options: ServerOptions = {
    settings: channelSettingsWith(settings),
    log: createLog('warn', (line) => logLines.push(line)),
    doors: [{ name: 'test', router }],
    notReadyBecause: () => null,
    pagesDirectory: null,
    patienceMs: 20,
    operations,
    times: { refusalMs },
    now: () => time,
  };
  const running = await createServer(options).listen(0);
  ends.push(() => running.stop());
  const url = `http://127.0.0.1:${running.port}`;
  const clientFrom = (address: string): FloodClient => {
    const client = createFloodClient(url, address, HOURS);
    ends.push(() => client.close());
    return client;
  };
  return { url, reached, refusals, logLines, clientFrom, wait: (ms: number) => (time += ms) };
}

async function times(
  count: number,
  client: FloodClient,
  wanted: FloodRequest,
): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: count }, async () => {
      const { outcome } = await client.ask(wanted);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }),
  );
  return outcomes;
}

describe('what one address asks for', () => {
  it('is refused beyond its share before any door has it, while others are answered', async () => {
    const server = await serve(SMALL);
    const flood = await times(400, server.clientFrom(FLOODER), PAGE);
    expect(flood[200]).toBeGreaterThan(0);
    expect(server.reached).toHaveLength(flood[200] ?? 0);
    // Each connection costs one as well, and those that were refused are new ones.
    expect(flood[200]).toBeLessThanOrEqual(149);
    expect(server.refusals.length).toBeGreaterThanOrEqual(251);
    expect(new Set(server.refusals)).toEqual(new Set(['AddressOverShare']));
    expect(await times(50, server.clientFrom(OFFICE), PAGE)).toEqual({ 200: 50 });
    const told = server.logLines.filter((line) => line.includes('SERVER_REQUESTS_PER_ADDRESS'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain(FLOODER);
    server.wait(60_000);
    expect(await times(10, server.clientFrom(FLOODER), PAGE)).toEqual({ 200: 10 });
  });

  it('is refused in words, with when to come again, and the connection is closed with the body unread', async () => {
    const server = await serve(SMALL);
    const client = server.clientFrom('127.0.0.1');
    await times(160, client, PAGE);
    const head = `POST /page HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n`;
    const answer = await sendBytes(server.url, head);
    expect(answer).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    expect(answer).toMatch(/^Retry-After: 10\r$/m);
    expect(answer).toMatch(/^Connection: close\r$/m);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      error: { code: 'AddressOverShare', message: expect.stringContaining('10 requests a second') },
    });
    const socket = 'GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    expect(await sendBytes(server.url, socket)).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    // Of all that is sent down one pipe the first is answered.
    const pipe = await sendBytes(server.url, 'GET /page HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(50));
    expect(pipe.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('never meets it where fifty people of an office open the page and write', async () => {
    const server = await serve({ SERVER_REQUESTS_PER_ADDRESS: 150 });
    const client = server.clientFrom(OFFICE);
    const say = {
      path: '/activities',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"Hallo"}',
    };
    const outcomes = await Promise.all([times(500, client, PAGE), times(150, client, say)]);
    expect(outcomes).toEqual([{ 200: 500 }, { 200: 150 }]);
    expect(server.refusals).toEqual([]);
  });

  it('costs more where what came was not signed, and nothing where its sender was verified', async () => {
    const server = await serve({ SERVER_REQUESTS_PER_ADDRESS: 30 });
    const call = (path: string): FloodRequest => ({ path, body: '{}' });
    expect(await times(300, server.clientFrom(OFFICE), call('/verified'))).toMatchObject({ 200: 300 });
    const one = server.clientFrom(FLOODER);
    const forged: unknown[] = [];
    for (let place = 0; place < 110; place += 1) forged.push((await one.ask(call('/forged'))).outcome);
    expect(forged.filter((outcome) => outcome === 403).length).toBeLessThan(75);
    expect(forged.at(-1)).not.toBe(403);
  });

  it('is counted by what our proxy tells, and the connections of the proxy stay', async () => {
    const server = await serve({ ...SMALL, TRUST_PROXY: 1 });
    const proxy = server.clientFrom(FLOODER);
    const of = (address: string): FloodRequest => ({
      ...PAGE,
      // What the client made up stands before what the proxy wrote.
      headers: { 'x-forwarded-for': `198.51.100.7, ${address}` },
    });
    const flood = await times(300, proxy, of('203.0.113.5'));
    expect(flood).toEqual({ 200: 150, 429: 150 });
    expect(await times(100, proxy, of('203.0.113.6'))).toEqual({ 200: 100 });
    expect(await times(100, proxy, of('2001:db8::1'))).toEqual({ 200: 100 });
    expect(await times(100, proxy, of('2001:db8::2'))).toEqual({ 200: 50, 429: 50 });
  });

  it('is not counted from this machine unless asked for', () => {
    const refusedOf3000 = (settings: Partial<ChannelSettings>, remoteAddress: string) => {
      let refused = 0;
      const guard = createRequestGuard({
        settings: channelSettingsWith(settings),
        log: silentLog,
        holdMs: 0,
        onRefused: () => (refused += 1),
        now: () => 0,
      });
      for (let place = 0; place < 3_000; place += 1) {
        const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
        const request = Object.assign(new IncomingMessage(socket), { method: 'GET' });
        guard.admit(request, new ServerResponse(request), () => {});
      }
      return refused;
    };
    expect(refusedOf3000({}, '::ffff:127.0.0.1')).toBe(0);
    expect(refusedOf3000({}, '::1')).toBe(0);
    expect(refusedOf3000({}, '203.0.113.5')).toBe(750);
    expect(refusedOf3000({ SERVER_REQUESTS_PER_ADDRESS: 150 }, '127.0.0.1')).toBe(750);
  });

  it('advises TRUST_PROXY where requests name a proxy that nobody told of', async () => {
    const server = await serve(SMALL);
    await times(300, server.clientFrom(FLOODER), { ...PAGE, headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(server.logLines.join('\n')).toContain('set TRUST_PROXY');
    expect(server.logLines.join('\n')).not.toContain('203.0.113.5');
  });

  it('waits to be refused only so often at a time, and else loses its connection', async () => {
    const server = await serve(SMALL, HOURS);
    const client = server.clientFrom(FLOODER);
    const first = Array.from({ length: 60 }, () => client.ask({ path: '/forged' }));
    await Promise.race(first);
    let cut = 0;
    for (let place = 0; place < 300; place += 1) {
      const socket = await client.openDeaf('GET /page HTTP/1.1\r\nHost: a\r\n\r\n');
      if (socket === null) cut += 1;
      else socket.once('close', () => (cut += 1)).resume();
    }
    // What was let in before the share was used up stays open as well.
    await expect.poll(() => cut).toBeGreaterThan(100);
    expect(server.reached.length).toBeLessThan(150);
  });
});
