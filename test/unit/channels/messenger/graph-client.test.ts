import { afterEach, describe, expect, it } from 'vitest';
import { createGraphClient } from '../../../../channels/messenger/graph/graph-client.js';
import { type FakeGraph, startFakeGraph } from '../../../support/fake-graph.js';

let fake: FakeGraph | undefined;
afterEach(() => fake?.stop());

const SEND = {
  method: 'POST',
  path: 'me/messages',
  body: { recipient: { id: '7' }, message: { text: 'Hallo' } },
} as const;

describe('a call over a real connection', () => {
  it('brings back what the Graph API says and how much is used', async () => {
    const graph = await open();
    fake?.tellUsage({ call_count: 68, total_cputime: 0, total_time: 208 });
    expect(await graph(SEND)).toEqual({
      kind: 'answered',
      body: { recipient_id: '7', message_id: 'm_1' },
      usage: { percent: 208, minutesToWait: null },
    });
    expect(fake?.calls[0]).toMatchObject({
      path: '/me/messages',
      authorization: 'Bearer a-token',
      body: SEND.body,
    });
  });

  it('brings back an error with its code', async () => {
    const graph = await open();
    fake?.script({ status: 400, error: { code: 551, error_subcode: 1545041, message: 'Not available' } });
    expect(await graph(SEND)).toMatchObject({
      kind: 'refused',
      error: { status: 400, code: 551, subcode: 1545041, message: 'Not available', isTransient: false },
    });
  });

  it('has an unknown end when no answer comes in time', async () => {
    const graph = await open();
    fake?.script('hang');
    expect(await graph({ ...SEND, timeoutMs: 50 })).toMatchObject({ kind: 'unanswered' });
  });

  it('has an unknown end when the connection breaks', async () => {
    const graph = await open();
    fake?.script('cut-after');
    expect(await graph(SEND)).toMatchObject({ kind: 'unanswered' });
    expect(fake?.messages).toHaveLength(1);
  });

  it('surely did nothing when nobody listens', async () => {
    const graph = await open();
    await fake?.stop();
    expect(await graph(SEND)).toEqual({
      kind: 'unreachable',
      reason: 'The Graph API could not be reached (ECONNREFUSED)',
    });
    fake = undefined;
  });
});

async function open() {
  fake = await startFakeGraph();
  return createGraphClient({
    graphUrl: fake.url,
    graphVersion: 'v26.0',
    pageAccessToken: 'a-token',
    appSecret: 'a-secret',
  });
}
