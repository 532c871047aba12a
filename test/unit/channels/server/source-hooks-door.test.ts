import { afterEach, describe, expect, it } from 'vitest';
import { createServer } from '../../../../channels/server/create-server.js';
import { channelSettings } from '../../../../channels/settings.js';
import { createSourceHooksDoor } from '../../../../channels/source-hooks/create-source-hooks-door.js';
import { silentLog } from '../../../../index/platform/log.js';
import { parseSettings } from '../../../../index/platform/settings.js';

let running: { stop(): Promise<void> } | null = null;
afterEach(() => running?.stop());

type Answer = 'taken' | 'refused' | 'unknown' | 'full';

async function start(answer: Answer) {
  const calls: { name: string; signature: string | undefined; body: string }[] = [];
  const door = createSourceHooksDoor({
    take(name, header, body) {
      calls.push({ name, signature: header('x-discourse-event-signature'), body: body.toString('latin1') });
      return answer;
    },
    stop() {},
  });
  const server = await createServer({
    settings: parseSettings(channelSettings, {}),
    log: silentLog,
    doors: [door],
    notReadyBecause: () => null,
    pagesDirectory: null,
  }).listen(0);
  running = server;
  const post = (body: string) =>
    fetch(`http://127.0.0.1:${server.port}/hooks/sources/forum`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-discourse-event-signature': 'sha256=x' },
      body,
    });
  return { calls, post };
}

describe('the door for web hooks of communities', () => {
  it('hands on the bytes as they came, with the headers that sign them', async () => {
    const { calls, post } = await start('taken');
    const body = '{ "topic" : {"id":1},  "x":"\\u00e9" }';
    const response = await post(body);
    expect(response.status).toBe(204);
    expect(calls).toEqual([{ name: 'forum', signature: 'sha256=x', body }]);
  });

  it.each([
    ['unknown', 404],
    ['refused', 401],
    ['full', 503],
  ] as const)('answers a call that is %s with %i', async (answer, status) => {
    expect((await (await start(answer)).post('{}')).status).toBe(status);
  });

  it('takes no more than a post can need', async () => {
    const { calls, post } = await start('taken');
    expect((await post('x'.repeat(1_000_001))).status).toBe(413);
    expect(calls).toEqual([]);
  });
});
