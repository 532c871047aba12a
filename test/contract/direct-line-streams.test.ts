import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  startWebchatServer,
  type WebchatServer,
  type WebchatServerOptions,
} from '../support/webchat-server.js';
import { activitiesOf, errorCode, openSocket, type Visitor, visit } from '../support/webchat-visitor.js';

/** The wire of Direct Line 3.0, request by request. */
describe('Direct Line streams', () => {
  let server: WebchatServer;
  beforeEach(async () => {
    server = await startWebchatServer();
  });
  afterEach(() => server.stop());

  async function restart(options: WebchatServerOptions): Promise<void> {
    await server.stop();
    server = await startWebchatServer(options);
  }

  describe('a stream', () => {
    const streamOf = async (visitor: Visitor, watermark = '') => {
      const { body } = await visitor.call(`/conversations/${visitor.conversationId}?watermark=${watermark}`);
      return String(body.streamUrl);
    };
    const opened = async (url: string, headers?: Record<string, string>) => {
      const upgrade = await openSocket(url, headers);
      if ('status' in upgrade) throw new Error(`refused with ${upgrade.status}`);
      return upgrade;
    };
    const refusal = async (url: string, headers?: Record<string, string>) => {
      const upgrade = await openSocket(url, headers);
      return 'status' in upgrade ? [upgrade.status, errorCode(upgrade.body)] : 'opened';
    };
    const textOf = (frame: string) => {
      const set = JSON.parse(frame) as { activities: { text?: string; type: string }[]; watermark?: string };
      return [set.activities[0]?.text ?? set.activities[0]?.type, set.watermark];
    };

    test('replays after the watermark and goes on live', async () => {
      const visitor = await visit(server);
      await visitor.post({ type: 'message', text: 'one' });
      const { next } = await opened(await streamOf(visitor, '1'));
      expect([textOf(await next()), textOf(await next())]).toEqual([
        ['one', '2'],
        ['echo one', '3'],
      ]);
      await visitor.post({ type: 'typing' });
      expect(textOf(await next())).toEqual(['typing', undefined]);
      await visitor.post({ type: 'message', text: 'two' });
      expect(textOf(await next())).toEqual(['two', '4']);
    });

    test('is refused without, with an old, a forged or another ticket', async () => {
      const [visitor, other] = [await visit(server), await visit(server)];
      const url = await streamOf(visitor);
      const address = url.split('?')[0];
      const ticketOfOther = new URL(await streamOf(other)).searchParams.get('t');
      expect(await refusal(`${address}`)).toEqual([401, 'Unauthorized']);
      expect(await refusal(`${url}x`)).toEqual([403, 'TokenInvalid']);
      expect(await refusal(`${address}?t=${visitor.token}`)).toEqual([403, 'TokenInvalid']);
      expect(await refusal(`${address}?t=${ticketOfOther}`)).toEqual([403, 'ConversationNotYours']);
      expect(await refusal(url.replace('watermark=0', 'watermark=x'))).toEqual([400, 'BadArgument']);
      expect(await refusal(`${server.wsUrl}/nowhere`)).toEqual([404, 'NotFound']);
      server.advance(61_000);
      expect(await refusal(url)).toEqual([403, 'TokenExpired']);
    });

    test('is refused to pages of other websites', async () => {
      const url = await streamOf(await visit(server));
      expect(await refusal(url, { origin: 'https://evil.example' })).toEqual([403, 'OriginNotAllowed']);
      await opened(url, { origin: server.url });
    });

    test('is kept alive, and ignores what the client sends', async () => {
      await restart({ heartbeatMs: 30 });
      const visitor = await visit(server);
      const { socket, next } = await opened(await streamOf(visitor, '1'));
      socket.send('');
      socket.send('{"type":"message","text":"not this way"}');
      expect(await next()).toBe('');
      expect((await activitiesOf(visitor)).watermark).toBe('1');
    });

    test('is ended when the other side no longer answers', async () => {
      await restart({ heartbeatMs: 30 });
      const visitor = await visit(server);
      const url = new URL(await streamOf(visitor, '1'));
      // A bare connection that upgrades and then is silent: it answers no ping.
      const peer = connect(Number(url.port), url.hostname);
      peer.write(
        `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\n` +
          'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
      );
      const frames: Buffer[] = [];
      peer.on('data', (bytes) => frames.push(bytes));
      await new Promise((resolve) => peer.on('close', resolve));
      expect(Buffer.concat(frames).toString('latin1')).toMatch(/^HTTP\/1.1 101 /);
    });
  });
});
