import { afterEach, describe, expect, test } from 'vitest';
import type { WebchatStore } from '../../bot/contracts/webchat.js';
import { type DeafClient, historyRequest, openDeaf, upgradeRequest } from '../support/deaf-client.js';
import { connectDirectLine } from '../support/direct-line-client.js';
import { createMemoryWebchatStore } from '../support/memory-webchat-store.js';
import { sendBytes } from '../support/raw-request.js';
import { SEND_FACTS } from '../support/send-facts.js';
import {
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';
import {
  activitiesOf,
  call,
  errorCode,
  openSocket,
  type Visitor,
  visit,
} from '../support/webchat-visitor.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(options: WebchatServerOptions = {}): Promise<WebchatServer> {
  const server = await startWebchatServer(options);
  ends.push(() => server.stop());
  return server;
}

async function deaf(server: WebchatServer, bytes = ''): Promise<DeafClient> {
  const client = await openDeaf(server.url, bytes);
  ends.push(() => client.end());
  return client;
}

/** Fills a conversation with messages of `bytes` each, past what customers may say. */
async function fill(server: WebchatServer, visitor: Visitor, count: number, bytes: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const activity = { type: 'message', id: `m${index}`, text: `${index} `.padEnd(bytes, 'x') };
    await server.store.append(visitor.conversationId, activity);
  }
}

/** A store whose readings wait until they are let go, and that counts them. */
function heldStore() {
  const store = createMemoryWebchatStore();
  const open = new Map<string, number>();
  const seen = { most: 0, mostOfOne: 0, begun: 0 };
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const subject: WebchatStore = {
    ...store,
    async after(conversationId, ...rest) {
      open.set(conversationId, (open.get(conversationId) ?? 0) + 1);
      seen.begun += 1;
      const counts = [...open.values()];
      seen.most = Math.max(
        seen.most,
        counts.reduce((sum, count) => sum + count, 0),
      );
      seen.mostOfOne = Math.max(seen.mostOfOne, ...counts);
      await held;
      open.set(conversationId, (open.get(conversationId) ?? 0) - 1);
      return store.after(conversationId, ...rest);
    },
  };
  return { store: subject, seen, letGo };
}

describe('the history of a conversation', () => {
  test('comes in pages of at most 1 MB, and whoever follows the watermark gets all of it once', async () => {
    const server = await serve();
    const visitor = await visit(server);
    await fill(server, visitor, 80, 30_000);
    const texts: (string | undefined)[] = [];
    let watermark = '';
    for (;;) {
      const page = await activitiesOf(visitor, watermark);
      expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
      if (page.activities.length === 0) break;
      texts.push(...page.activities.map(({ text }) => text?.trim().split(' ')[0]));
      watermark = page.watermark;
    }
    expect(texts).toEqual(['Welcome', ...Array.from({ length: 80 }, (_, index) => String(index))]);
  });

  test('has a bounded number of activities in a page', async () => {
    const server = await serve();
    const visitor = await visit(server);
    await fill(server, visitor, 500, 1);
    const { activities, watermark } = await activitiesOf(visitor);
    expect([activities.length, watermark]).toEqual([200, '200']);
  });

  test('comes whole to DirectLineJS, by polling and by socket', async () => {
    const server = await serve();
    const visitor = await visit(server);
    await fill(server, visitor, 120, 20_000);
    for (const webSocket of [false, true]) {
      const client = connectDirectLine({
        domain: server.directLine,
        token: visitor.token,
        conversationId: visitor.conversationId,
        webSocket,
        pollingInterval: 200,
      });
      ends.push(() => client.end());
      await client.until(({ id }) => id === 'm119');
      await client.until(() => client.received.length === 121);
      // By polling, DirectLineJS lets a page overtake the one before; Web Chat orders by time.
      const ids = client.received.slice(1).map(({ id }) => Number(String(id).slice(1)));
      const inOrder = Array.from({ length: 120 }, (_, index) => index);
      expect(webSocket ? ids : ids.sort((a, b) => a - b)).toEqual(inOrder);
    }
  });

  test('is read once at a time for a conversation, and a few times at a time in all', async () => {
    const { store, seen, letGo } = heldStore();
    const server = await serve({ store });
    const visitors = await Promise.all(Array.from({ length: 12 }, () => visit(server)));
    const answers = visitors.flatMap((visitor) => [activitiesOf(visitor), activitiesOf(visitor)]);
    await expect.poll(() => seen.begun).toBe(4);
    letGo();
    for (const { activities } of await Promise.all(answers)) expect(activities).toHaveLength(1);
    expect(seen).toEqual({ most: 4, mostOfOne: 1, begun: 24 });
  });

  test('that too many wait for is refused with a time to come back', async () => {
    const { store, seen, letGo } = heldStore();
    const server = await serve({ store });
    const [busy, calm] = [await visit(server), await visit(server)];
    const path = `/conversations/${busy.conversationId}/activities`;
    const answers = Array.from({ length: 15 }, () => busy.call(path));
    const refused = await Promise.race(answers);
    expect([refused.status, errorCode(refused.body)]).toEqual([429, 'TooManyReads']);
    expect(refused.headers.get('retry-after')).toBe('1');
    const other = activitiesOf(calm);
    await expect.poll(() => seen.begun).toBe(2);
    letGo();
    const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(11).fill(200), ...Array(4).fill(429)]);
    expect((await other).activities).toHaveLength(1);
  });

  test('is read a limited number of times a minute, by answers and by sockets', async () => {
    const server = await serve({ settings: { WEBCHAT_READS_PER_MINUTE: 10 } });
    const [busy, calm] = [await visit(server), await visit(server)];
    const { body } = await busy.call(`/conversations/${busy.conversationId}`);
    for (let count = 0; count < 9; count++) await activitiesOf(busy);
    const { status, headers } = await busy.call(`/conversations/${busy.conversationId}/activities`);
    expect([status, headers.get('retry-after')]).toEqual([429, '60']);
    const upgrade = await openSocket(String(body.streamUrl));
    expect('status' in upgrade && upgrade.status).toBe(429);
    expect((await activitiesOf(calm)).activities).toHaveLength(1);
  });

  /** Answers of the history that no longer stand in memory. */
  const endedAnswers = (server: WebchatServer) =>
    server.logLines.filter((line) => line.includes('A request ended.') && line.includes('/activities"'))
      .length;
  /** One activity that no system takes in for a client that does not read. */
  const HUGE = 8_000_000;

  test('that nobody takes does not pile up: of one conversation two answers may wait', async () => {
    const server = await serve();
    const visitor = await visit(server);
    await fill(server, visitor, 1, HUGE);
    const { conversationId, token } = visitor;
    const request = `${historyRequest(server.url, conversationId, token, '1')}`;
    for (let count = 0; count < 5; count++) await deaf(server, request);
    await expect.poll(() => endedAnswers(server)).toBe(3);
    // Who comes new and reads is answered.
    expect((await activitiesOf(visitor, '1')).activities).toHaveLength(1);
    await expect.poll(() => endedAnswers(server)).toBe(5);
  });

  test('that nobody takes is ended after a while', async () => {
    const patient = await serve();
    const { conversationId, token } = await visit(patient);
    await fill(patient, { conversationId } as Visitor, 1, HUGE);
    // Another server on the same store, so that whoever prepares this is not hurried.
    const server = await serve({ store: patient.store, times: { idleMs: 50 } });
    await deaf(server, historyRequest(server.url, conversationId, token, '1'));
    await expect.poll(() => endedAnswers(server)).toBe(1);
  });
});

describe('a conversation that is full', () => {
  const full = async (server: WebchatServer) => {
    const visitor = await visit(server);
    await fill(server, visitor, 22, 200_000);
    return visitor;
  };

  test('refuses customers with advice, says so in the conversation once, and still takes the bot', async () => {
    const server = await serve();
    const visitor = await full(server);
    for (const text of ['one', 'two']) {
      const { status, body } = await visitor.post({ type: 'message', text, locale: 'nl-NL' });
      expect([status, errorCode(body)]).toEqual([409, 'WebchatConversationFull']);
      expect(JSON.stringify(body)).toContain('Start a new conversation');
    }
    const reply = { type: 'message', id: 'reply', text: 'from an agent' };
    await server.transport.send({ ...reply, conversation: { id: visitor.conversationId } }, SEND_FACTS);
    const after = await server.store.after(visitor.conversationId, 23, 10);
    expect(after.map(({ activity }) => [activity.id, activity.text])).toEqual([
      [`${visitor.conversationId}|full`, expect.stringContaining('Begin een nieuw gesprek')],
      ['reply', 'from an agent'],
    ]);
    expect(server.received.map(({ type }) => type)).toEqual(['conversationUpdate']);
  });

  test('shows it to DirectLineJS, whose post fails', async () => {
    const server = await serve();
    const visitor = await full(server);
    const { token, conversationId } = visitor;
    const client = connectDirectLine({ domain: server.directLine, token, conversationId });
    ends.push(() => client.end());
    await client.until(({ id }) => id === 'm21');
    await expect(client.say('more')).rejects.toMatchObject({ status: 409 });
    const said = await client.until(({ id }) => id === `${conversationId}|full`);
    expect(said).toMatchObject({
      from: { id: 'bot', role: 'bot' },
      text: expect.stringContaining('Begin een nieuw'),
    });
  });

  test('is never what a long chat becomes', async () => {
    const server = await serve({ settings: { WEBCHAT_POSTS_PER_MINUTE: 100_000 } });
    const visitor = await visit(server);
    for (let turn = 0; turn < 300; turn++) {
      const { status } = await visitor.post({ type: 'message', text: `${turn} `.padEnd(400, 'woord ') });
      expect(status).toBe(200);
    }
  });
});

describe('a window that does not read', () => {
  const streamOf = async (visitor: Visitor) => {
    const { body } = await visitor.call(`/conversations/${visitor.conversationId}?watermark=`);
    return upgradeRequest(String(body.streamUrl));
  };
  /** Counts what is read for windows. */
  const countingStore = () => {
    const store = createMemoryWebchatStore();
    const counted = { activities: 0 };
    const subject: WebchatStore = {
      ...store,
      async after(...asked) {
        const rows = await store.after(...asked);
        if (rows.length > 1) counted.activities += rows.length;
        return rows;
      },
    };
    return { store: subject, counted };
  };

  test('is not read for: the rest stays in the store until it takes what it was sent', async () => {
    const { store, counted } = countingStore();
    const server = await serve({ store });
    const visitor = await visit(server);
    await fill(server, visitor, 3_000, 10_000);
    const window = await deaf(server, await streamOf(visitor));
    // Nobody else waits for it, neither who writes nor who reads.
    for (const id of ['one', 'two', 'three']) {
      const conversation = { id: visitor.conversationId };
      await server.transport.send({ type: 'message', id, text: id, conversation }, SEND_FACTS);
    }
    expect((await activitiesOf(visitor, '3001')).activities).toHaveLength(3);
    expect(counted.activities).toBeLessThan(2_500);
    let bytes = 0;
    const hasAll = new Promise<void>((resolve) => {
      window.socket.on('data', (chunk) => {
        bytes += chunk.length;
        if (chunk.includes('"three"')) resolve();
      });
    });
    window.socket.resume();
    await hasAll;
    expect(bytes).toBeGreaterThan(30_000_000);
  });

  test('is ended when it takes nothing for a while', async () => {
    const server = await serve({ streamPatienceMs: 50, heartbeatMs: 10_000_000 });
    const visitor = await visit(server);
    await fill(server, visitor, 3_000, 10_000);
    const { socket, ended } = await deaf(server, await streamOf(visitor));
    await expect.poll(() => server.logLines.join()).toContain('it took nothing');
    socket.resume();
    await ended;
    expect((await activitiesOf(visitor, '3000')).activities).toHaveLength(1);
  });

  test('falls back on the store when more is said than it takes', async () => {
    const server = await serve();
    const visitor = await visit(server);
    const window = await deaf(server, await streamOf(visitor));
    const say = (index: number) =>
      server.transport.send(
        {
          type: 'message',
          id: `said-${index}`,
          text: `${index} `.padEnd(50_000, 'x'),
          conversation: { id: visitor.conversationId },
        },
        SEND_FACTS,
      );
    for (let index = 0; index < 300; index++) await say(index);
    const ids: string[] = [];
    let text = '';
    const hasAll = new Promise<void>((resolve) => {
      window.socket.setEncoding('latin1').on('data', (chunk: string) => {
        text += chunk;
        const found = [...text.matchAll(/"id":"(said-\d+)"/g)];
        const last = found.at(-1);
        if (!last) return;
        ids.push(...found.map((match) => match[1] ?? ''));
        text = text.slice((last.index ?? 0) + 12);
        if (ids.at(-1) === 'said-299') resolve();
      });
    });
    window.socket.resume();
    await hasAll;
    expect(ids).toEqual(Array.from({ length: 300 }, (_, index) => `said-${index}`));
  });
});

describe('connections', () => {
  test('that say nothing are ended, and those whose request does not begin', async () => {
    const server = await serve({ times: { headersMs: 60, idleMs: 100, checkMs: 20 } });
    for (const start of ['', 'GET / HTTP/1.1\r\nHo']) {
      expect(await sendBytes(server.url, start)).toMatch(/^$|^HTTP\/1\.1 408 /);
    }
  });

  test('whose request does not end are told so and ended; files may take longer', async () => {
    const server = await serve({ times: { requestMs: 60 } });
    const visitor = await visit(server);
    const { host } = new URL(server.url);
    const post = (path: string) =>
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${visitor.token}\r\n`;
    const upload = `${post(`/v3/directline/conversations/${visitor.conversationId}/upload`)}Content-Type: text/plain\r\n`;
    const { socket } = await deaf(server, `${upload}Content-Length: 6\r\n\r\nhel`);
    const slow = `${post('/api/webchat/token')}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"tok`;
    expect(await sendBytes(server.url, slow)).toMatch(/^HTTP\/1\.1 408 .*"RequestTooSlow"/s);
    const answered = new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes))));
    socket.resume();
    socket.write('lo\n');
    expect(await answered).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('are bounded in all; one too many is closed and the next one is taken', async () => {
    const server = await serve({ settings: { SERVER_CONNECTIONS: 16 } });
    const clients = await Promise.all(Array.from({ length: 16 }, () => deaf(server)));
    const { socket, ended } = await deaf(server);
    socket.resume();
    await ended;
    for (const client of clients) client.end();
    await expect.poll(async () => (await call(`${server.url}/healthz`)).status).toBe(200);
    expect(server.logLines.join('\n')).toContain('SERVER_CONNECTIONS');
  });

  test('are bounded by address, but not behind a proxy, whose address all have', async () => {
    const limits = { SERVER_CONNECTIONS_PER_ADDRESS: 8 };
    const direct = await serve({ settings: limits });
    const proxied = await serve({ settings: { ...limits, TRUST_PROXY: 1 } });
    for (const server of [direct, proxied]) await Promise.all(Array.from({ length: 8 }, () => deaf(server)));
    const { socket, ended } = await deaf(direct);
    socket.resume();
    await ended;
    expect((await call(`${proxied.url}/healthz`)).status).toBe(200);
  });

  test('of windows outlive the idle time', async () => {
    const patient = await serve();
    const visitor = await visit(patient);
    const { body } = await visitor.call(`/conversations/${visitor.conversationId}?watermark=1`);
    const server = await serve({ store: patient.store, times: { idleMs: 200 } });
    const upgrade = await openSocket(String(body.streamUrl).replace(patient.wsUrl, server.wsUrl));
    if ('status' in upgrade) throw new Error('refused');
    ends.push(() => upgrade.socket.terminate());
    // A silent connection that is younger is gone by now; the window is not.
    await sendBytes(server.url, '');
    const conversation = { id: visitor.conversationId };
    await server.transport.send({ type: 'message', id: 'm', text: 'still there', conversation }, SEND_FACTS);
    expect(await upgrade.next()).toContain('still there');
  });
});
