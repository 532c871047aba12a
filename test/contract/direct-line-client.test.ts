import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionStatus } from 'botframework-directlinejs';
import { afterEach, describe, expect, test } from 'vitest';
import { connectDirectLine, type DirectLineClient, type Received } from '../support/direct-line-client.js';
import { SEND_FACTS } from '../support/send-facts.js';
import {
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';

/** The acceptance list of the Direct Line notes, driven by the official client library. */
describe('DirectLineJS on our Direct Line server', () => {
  const open: { end(): unknown }[] = [];
  afterEach(async () => {
    for (const thing of open.reverse()) await thing.end();
    open.length = 0;
  });

  async function serve(options: WebchatServerOptions = {}): Promise<WebchatServer> {
    const server = await startWebchatServer(options);
    open.push({ end: () => server.stop() });
    return server;
  }
  function connect(
    server: WebchatServer,
    options: Parameters<typeof connectDirectLine>[0],
  ): DirectLineClient {
    const client = connectDirectLine({ domain: server.directLine, ...options });
    open.push(client);
    return client;
  }
  async function newToken(server: WebchatServer) {
    const response = await fetch(`${server.url}/api/webchat/token`, { method: 'POST' });
    return (await response.json()) as { token: string; conversationId: string; userId: string };
  }
  const text = (words: string) => (activity: Received) => activity.text === words;
  const texts = (client: DirectLineClient) =>
    client.received.filter(({ type }) => type === 'message').map((activity) => activity.text);

  test('starts, is welcomed, says something and gets echo and answer', async () => {
    const server = await serve();
    const { token, userId } = await newToken(server);
    const client = connect(server, { token });
    await client.until(text('Welcome'));
    const id = await client.say('hello', 'c1');
    const echoed = await client.until(text('hello'));
    expect(echoed).toMatchObject({
      id,
      from: { id: userId, role: 'user' },
      channelData: { clientActivityID: 'c1', attachmentSizes: [] },
    });
    expect(await client.until(text('echo hello'))).toMatchObject({ replyToId: id, from: { id: 'bot' } });
    expect(client.statuses).toContain(ConnectionStatus.Online);
  });

  test('shows typing and forgets it', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const client = connect(server, { token });
    await client.until(text('Welcome'));
    await client.say('hello');
    expect((await client.until(({ type }) => type === 'typing')).id).toEqual(expect.any(String));
    await client.until(text('echo hello'));
    const stored = await server.store.after(conversationId, 0, 100);
    expect(stored.map(({ activity }) => activity.type)).toEqual(['message', 'message', 'message']);
  });

  test('echoes events and typing of the customer', async () => {
    const server = await serve();
    const client = connect(server, { token: (await newToken(server)).token });
    const event = { type: 'event', name: 'webchat/join', value: { language: 'nl' }, from: { id: 'x' } };
    const eventId = await client.post({ ...event, channelData: { clientActivityID: 'e1' } });
    expect(await client.until(({ id }) => id === eventId)).toMatchObject({
      name: 'webchat/join',
      value: { language: 'nl' },
      channelData: { clientActivityID: 'e1' },
    });
    const typingId = await client.post({ type: 'typing', from: { id: 'x' } });
    expect(await client.until(({ id }) => id === typingId)).toMatchObject({ type: 'typing' });
  });

  test('loses nothing and repeats nothing when the socket is cut', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const client = connect(server, { token });
    await client.say('one');
    await client.until(text('echo one'));
    for (const number of ['first', 'second', 'third']) {
      client.sockets.at(-1)?.terminate();
      await server.transport.send(
        {
          type: 'message',
          id: number,
          text: number,
          conversation: { id: conversationId },
        },
        SEND_FACTS,
      );
    }
    await client.until(text('third'));
    await client.say('two');
    await client.until(text('echo two'));
    expect(texts(client)).toEqual([
      'Welcome',
      'one',
      'echo one',
      'first',
      'second',
      'third',
      'two',
      'echo two',
    ]);
    expect(client.sockets.length).toBeGreaterThan(1);
  });

  test('shows the whole conversation again after a reload', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const before = connect(server, { token });
    await before.say('hello');
    await before.until(text('echo hello'));
    before.end();
    const after = connect(server, { token, conversationId });
    await after.until(text('echo hello'));
    expect(texts(after)).toEqual(['Welcome', 'hello', 'echo hello']);
  });

  test('brings the same to two windows', async () => {
    const server = await serve();
    const { token } = await newToken(server);
    const [one, two] = [connect(server, { token }), connect(server, { token })];
    await Promise.all([one.until(text('Welcome')), two.until(text('Welcome'))]);
    await one.say('from one');
    await two.say('from two');
    for (const client of [one, two]) {
      await Promise.all(['echo from one', 'echo from two'].map((words) => client.until(text(words))));
    }
    expect(texts(one)).toEqual(texts(two));
    expect(server.received.filter(({ type }) => type === 'conversationUpdate')).toHaveLength(1);
  });

  test('works by polling', async () => {
    const server = await serve();
    const { token } = await newToken(server);
    const client = connect(server, { token, webSocket: false, pollingInterval: 200 });
    await client.say('hello');
    await client.until(text('echo hello'));
    await client.say('again');
    await client.until(text('echo again'));
    expect(texts(client)).toEqual(['Welcome', 'hello', 'echo hello', 'again', 'echo again']);
    expect(client.received.every(({ type }) => type === 'message')).toBe(true);
    expect(client.sockets).toEqual([]);
  });

  test('uploads a file and gets it back as an attachment', async () => {
    const server = await serve();
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('not much of a picture')]);
    writeFileSync(join(server.pagesDirectory, 'picture.png'), png);
    const client = connect(server, { token: (await newToken(server)).token });
    const id = await client.post({
      type: 'message',
      text: 'my router',
      from: { id: 'x' },
      attachments: [
        { contentType: 'image/png', contentUrl: `${server.url}/picture.png`, name: 'router "1".png' },
      ],
      channelData: { clientActivityID: 'u1' },
    });
    const echoed = await client.until(({ id: other }) => other === id);
    expect(echoed).toMatchObject({ text: 'my router', channelData: { clientActivityID: 'u1' } });
    const [attachment] = echoed.attachments as { contentUrl: string; contentType: string; name: string }[];
    expect(attachment).toMatchObject({ contentType: 'image/png', name: 'router 1.png' });
    const file = await fetch(attachment?.contentUrl ?? '');
    expect(file.headers.get('content-disposition')).toContain('inline');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    expect(server.received.at(-1)?.attachments).toHaveLength(1);
  });

  test('is told that its token has expired, and comes back with a new one', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const client = connect(server, { token });
    await client.say('hello');
    await client.until(text('echo hello'));
    server.advance(61 * 60_000);
    expect(await client.say('too late')).toBe('retry');
    await client.untilStatus(ConnectionStatus.ExpiredToken);
    const response = await fetch(`${server.url}/api/webchat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const fresh = (await response.json()) as { token: string; conversationId: string };
    expect(fresh.conversationId).toBe(conversationId);
    const again = connect(server, { token: fresh.token, conversationId });
    await again.say('in time');
    await again.until(text('echo in time'));
    expect(texts(again)).toEqual(['Welcome', 'hello', 'echo hello', 'in time', 'echo in time']);
  });

  test('cannot reach the conversation of somebody else', async () => {
    const server = await serve();
    const theirs = await newToken(server);
    const them = connect(server, { token: theirs.token });
    await them.say('private');
    const client = connect(server, {
      token: (await newToken(server)).token,
      conversationId: theirs.conversationId,
    });
    await client.untilStatus(ConnectionStatus.FailedToConnect);
    expect(client.received).toEqual([]);
  });

  test('cannot speak as somebody else', async () => {
    const server = await serve();
    const { token, userId } = await newToken(server);
    const client = connect(server, { token });
    await client.post({
      type: 'message',
      text: 'hi',
      from: { id: 'dl_victim', name: 'Victim', role: 'bot' },
    });
    await client.until(text('echo hi'));
    expect((await client.until(text('hi'))).from).toEqual({ id: userId, role: 'user', name: 'Victim' });
    expect(server.received.map(({ from }) => from?.id)).toEqual([userId, userId]);
  });

  test('gets no answer to an activity it cannot know', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const client = connect(server, { token });
    expect(await client.until(text('Welcome'))).not.toHaveProperty('replyToId');
    await server.transport.send(
      {
        type: 'message',
        text: 'from an agent',
        replyToId: 'an-old-turn',
        conversation: { id: conversationId },
      },
      SEND_FACTS,
    );
    expect(await client.until(text('from an agent'))).not.toHaveProperty('replyToId');
  });

  test('has its message refused when it is larger than 256 K', async () => {
    const server = await serve();
    const client = connect(server, { token: (await newToken(server)).token });
    await client.until(text('Welcome'));
    await expect(client.say('x'.repeat(300_000))).rejects.toMatchObject({ status: 413 });
    await client.say('short');
    await client.until(text('echo short'));
  });

  test('gets its echo also when the bot fails', async () => {
    const server = await serve();
    const client = connect(server, { token: (await newToken(server)).token });
    const id = await client.say('fail');
    expect((await client.until(text('fail'))).id).toBe(id);
    await client.say('hello');
    await client.until(text('echo hello'));
  });

  test('starts with the secret and a customer whom the client names', async () => {
    const server = await serve();
    const client = connect(server, { secret: 'a-secret-only-for-tests-1234' });
    client.directLine.setUserId('r_abc123');
    await client.until(text('Welcome'));
    await client.say('hello', 'c1');
    expect(await client.until(text('hello'))).toMatchObject({ from: { id: 'r_abc123', role: 'user' } });
  });

  test('starts with the secret where a server of the company uses it', async () => {
    const server = await serve();
    const client = connect(server, { secret: 'a-secret-only-for-tests-1234' });
    await client.say('hello');
    await client.until(text('echo hello'));
    expect(server.received.at(-1)?.from?.id).toMatch(/^dl_/);
  });

  test('sees timestamps that strictly increase', async () => {
    const server = await serve();
    const { token, conversationId } = await newToken(server);
    const client = connect(server, { token });
    await client.until(text('Welcome'));
    const ids = Array.from({ length: 30 }, (_, index) => `m${index}`);
    await Promise.all(
      ids.map((id) =>
        server.transport.send(
          {
            type: 'message',
            id,
            text: id,
            conversation: { id: conversationId },
          },
          SEND_FACTS,
        ),
      ),
    );
    await client.until(text('m29'));
    const times = client.received.map(({ timestamp }) => String(timestamp));
    expect(times).toEqual([...new Set(times)].sort());
    expect(texts(client)).toEqual(['Welcome', ...ids]);
  });

  test('is asked to connect again when the server stops', async () => {
    const server = await serve();
    const client = connect(server, { token: (await newToken(server)).token });
    await client.until(text('Welcome'));
    const closed = new Promise<number>((resolve) => client.sockets[0]?.on('close', resolve));
    await server.stop();
    expect(await closed).toBe(1001);
  });
});
