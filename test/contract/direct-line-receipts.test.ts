import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../bot/contracts/channels.js';
import { SEND_FACTS } from '../support/send-facts.js';
import { startWebchatServer, type WebchatServer } from '../support/webchat-server.js';
import { activitiesOf, errorCode, openSocket, type Visitor, visit } from '../support/webchat-visitor.js';

let server: WebchatServer;
const told: ChannelEvent[] = [];
beforeAll(async () => {
  server = await startWebchatServer({ takeEvent: async (event) => void told.push(event) });
});
afterAll(() => server.stop());
beforeEach(() => void told.splice(0));

const tell = (visitor: Visitor, body: unknown, of = visitor) =>
  visitor.call(`/conversations/${of.conversationId}/receipts`, { method: 'POST', body });

describe('what a window tells of messages', () => {
  it('reaches the bot as delivered and as read, and is not said in the conversation', async () => {
    const maria = await visit(server);
    const [before, received] = [await activitiesOf(maria), server.received.length];
    const at = '2026-01-01T10:00:00.000Z';
    expect((await tell(maria, { delivered: at, read: at })).status).toBe(200);
    expect((await tell(maria, { delivered: '2026-01-01T10:00:01.000Z' })).status).toBe(200);
    const of = { channelId: 'directline', conversationId: maria.conversationId };
    expect(told.filter(({ kind }) => kind !== 'window')).toEqual([
      { kind: 'delivered', of, until: at },
      { kind: 'read', of, until: at },
      { kind: 'delivered', of, until: '2026-01-01T10:00:01.000Z' },
    ]);
    expect(await activitiesOf(maria)).toEqual(before);
    expect(server.received).toHaveLength(received);
  });

  it('never reaches into the future', async () => {
    const maria = await visit(server);
    await tell(maria, { read: '2999-01-01T00:00:00.000Z' });
    const [event] = told.filter(({ kind }) => kind === 'read');
    const until = event?.kind === 'read' ? Date.parse(event.until) : Number.NaN;
    expect(until).toBeLessThanOrEqual(Date.now());
  });

  it('is refused of a stranger, in another form, and when it comes too often', async () => {
    const [maria, piet] = [await visit(server), await visit(server)];
    const foreign = await tell(piet, { read: '2026-01-01T10:00:00.000Z' }, maria);
    expect([foreign.status, errorCode(foreign.body)]).toEqual([403, 'ConversationNotYours']);
    for (const read of ['gisteren', 5, null, {}]) {
      const bad = await tell(maria, { read });
      expect([bad.status, errorCode(bad.body)]).toEqual([400, 'BadArgument']);
    }
    expect(told).toEqual([]);
    const statuses = await Promise.all(Array.from({ length: 130 }, () => tell(maria, {})));
    expect(statuses.at(-1)?.status).toBe(429);
  });
});

describe('that an agent has read', () => {
  const read = (visitor: Visitor, activityId: string) =>
    server.transport.showRead?.(
      {
        type: 'event',
        name: 'conversation/read',
        value: { activityId },
        conversation: { id: visitor.conversationId },
        from: { id: 'bot', role: 'bot' },
      },
      SEND_FACTS,
    );
  async function opens(visitor: Visitor) {
    const { body } = await visitor.call(`/conversations/${visitor.conversationId}`);
    const upgrade = await openSocket((body as { streamUrl: string }).streamUrl);
    if ('status' in upgrade) throw new Error(`refused with ${upgrade.status}`);
    return async () => {
      for (;;) {
        const { activities, watermark } = JSON.parse(await upgrade.next());
        if (activities[0].name === 'conversation/read') return [activities[0].value, watermark];
      }
    };
  }

  it('is pushed to open windows and to those that open later, and is not kept in the conversation', async () => {
    const maria = await visit(server);
    const next = await opens(maria);
    await read(maria, 'a1');
    await read(maria, 'a2');
    expect(await next()).toEqual([{ activityId: 'a1' }, undefined]);
    expect(await next()).toEqual([{ activityId: 'a2' }, undefined]);
    expect(await (await opens(maria))()).toEqual([{ activityId: 'a2' }, undefined]);
    expect(JSON.stringify(await activitiesOf(maria))).not.toContain('conversation/read');
  });
});
