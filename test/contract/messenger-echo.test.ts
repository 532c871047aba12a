import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMessengerTransport } from '../../channels/messenger/sending/transport.js';
import { silentLog } from '../../index/platform/log.js';
import { type FakeGraph, startFakeGraph } from '../support/fake-graph.js';
import {
  APP_SECRET,
  MESSENGER_OPTIONS,
  type MessengerServer,
  PAGE,
  PSID,
  startMessengerServer,
} from '../support/messenger-server.js';
import { NO_FILES } from '../support/test-files.js';

const WROTE = '2026-11-22T11:00:00.000Z';
const BOT = { speaker: { kind: 'bot', name: 'Robin' }, customerWroteAt: WROTE } as const;

let graph: FakeGraph;
let server: MessengerServer;
beforeEach(async () => {
  server = await startMessengerServer();
  graph = await startFakeGraph({ appSecret: APP_SECRET, pageId: PAGE, echoTo: server.webhook });
});
afterEach(async () => {
  await graph.stop();
  await server.stop();
});

describe('the echo of what was sent', () => {
  it('tells of a message whose answer got lost that it arrived', async () => {
    graph.script('cut-after');
    expect(await send('a1#2')).toMatchObject({ kind: 'unknown', waitMs: 60_000 });
    await graph.idle();
    expect(server.taken).toEqual([
      {
        event: {
          kind: 'arrived',
          of: { channelId: 'facebook', conversationId: `${PSID}-${PAGE}` },
          messageId: 'a1#2',
          activityId: 'm_1',
        },
      },
    ]);
  });

  it('tells nothing of a message that was refused', async () => {
    graph.script({ status: 500, error: { code: 2, message: 'Later' } });
    expect(await send('a1')).toMatchObject({ kind: 'later' });
    await graph.idle();
    expect(server.taken).toEqual([]);
  });

  it('names the message as its answer did', async () => {
    const outcome = await send('a1');
    await graph.idle();
    expect(server.taken).toMatchObject([{ event: { messageId: 'a1', activityId: 'm_1' } }]);
    expect(outcome).toEqual({ kind: 'sent', id: 'm_1' });
  });
});

describe('what a customer of the fake Graph API sends', () => {
  it('is taken with its accents, signed as Meta signs', async () => {
    const response = await graph.deliver(server.webhook, [
      {
        sender: { id: PSID },
        recipient: { id: PAGE },
        timestamp: 1_790_000_000_000,
        message: { mid: 'm_in', text: 'Één café 👍' },
      },
    ]);
    expect(response.status).toBe(200);
    expect(server.taken).toMatchObject([{ activity: { id: 'm_in', text: 'Één café 👍' } }]);
  });
});

function send(id: string) {
  const transport = createMessengerTransport({
    files: NO_FILES,
    options: { ...MESSENGER_OPTIONS, graphUrl: graph.url },
    log: silentLog,
    clock: { now: () => new Date('2026-11-22T12:00:00.000Z') },
  });
  return transport.send({ type: 'message', id, text: 'Hallo', recipient: { id: PSID } }, BOT);
}
