import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { WebchatStore } from '../../../../../bot/contracts/webchat.js';
import { DirectLine } from '../../../../../channels/webchat/widget/direct-line/direct-line.js';
import { DirectLineApi } from '../../../../../channels/webchat/widget/direct-line/direct-line-api.js';
import type { LineState } from '../../../../../channels/webchat/widget/direct-line/line-options.js';
import { SendQueue } from '../../../../../channels/webchat/widget/direct-line/send-queue.js';
import { SessionStore } from '../../../../../channels/webchat/widget/direct-line/session-store.js';
import { memoryStorage } from '../../../../support/memory-storage.js';
import { createMemoryWebchatStore } from '../../../../support/memory-webchat-store.js';
import { startWebchatServer, type WebchatServer } from '../../../../support/webchat-server.js';

const HOUR_MS = 60 * 60 * 1000;
const ends: (() => unknown)[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const end of ends.splice(0).reverse()) await end();
});

async function serverWith(options: Parameters<typeof startWebchatServer>[0] = {}): Promise<WebchatServer> {
  const server = await startWebchatServer(options);
  ends.push(() => server.stop());
  return server;
}

/** A page with the widget's client; the same `storage` is the same browser. */
function openPage(server: WebchatServer, storage: Storage = memoryStorage(), socket: unknown = WebSocket) {
  vi.stubGlobal('WebSocket', socket);
  const texts = new Map<string, string>();
  const states: LineState[] = [];
  const waits: boolean[] = [];
  const losses: string[] = [];
  const queue = new SendQueue(server.url, null, () => {});
  const line: DirectLine = new DirectLine({
    api: new DirectLineApi(server.url),
    queue,
    sessions: new SessionStore(server.url, storage),
    language: 'nl',
    page: () => ({ address: 'https://zwaluw.example/' }),
    onActivity: (activity: Activity) => {
      if (activity.type === 'message') texts.set(activity.id ?? '', activity.text ?? '');
      queue.settle(
        (activity.channelData as { clientActivityID?: string } | undefined)?.clientActivityID ?? null,
      );
    },
    onState: (state, isToldToWait) => {
      states.push(state);
      waits.push(isToldToWait);
    },
    onLost: () => losses.push('lost'),
  });
  ends.push(() => line.close());
  line.open();
  return {
    line,
    queue,
    states,
    waits,
    losses,
    texts: () => [...texts.values()],
    sees: (text: string) => expect.poll(() => [...texts.values()]).toContain(text),
    isOnline: () => expect.poll(() => states.at(-1)).toBe('online'),
  };
}

/** As where a proxy lets none through. */
class ForbiddenSocket {
  onclose: (() => void) | null = null;

  constructor() {
    queueMicrotask(() => this.onclose?.());
  }

  close(): void {}
}

describe('DirectLine', () => {
  it('starts, greets once, and says what is sent', async () => {
    const server = await serverWith();
    const page = openPage(server);
    page.line.send({ type: 'message', text: 'hallo' });
    await page.sees('echo hallo');
    expect(page.texts()).toEqual(['Welcome', 'event webchat/join', 'hallo', 'echo hallo']);
    expect(server.received.map(({ type, name, value }) => [type, name, value])).toContainEqual([
      'event',
      'webchat/join',
      { language: 'nl' },
    ]);
  });

  it('continues after a reload without a second greeting', async () => {
    const server = await serverWith();
    const storage = memoryStorage();
    const before = openPage(server, storage);
    before.line.send({ type: 'message', text: 'hallo' });
    await before.sees('echo hallo');
    before.line.close();
    const after = openPage(server, storage);
    await after.sees('echo hallo');
    expect(after.texts()).toEqual(before.texts());
    expect(server.received.filter((activity) => activity.name === 'webchat/join')).toHaveLength(1);
  });

  it('exchanges an expired token and goes on', async () => {
    const server = await serverWith();
    const storage = memoryStorage();
    const page = openPage(server, storage);
    await page.sees('event webchat/join');
    server.advance(2 * HOUR_MS);
    page.line.send({ type: 'message', text: 'daar ben ik weer' });
    await page.sees('echo daar ben ik weer');
    page.line.close();
    server.advance(2 * HOUR_MS);
    const later = openPage(server, storage);
    await later.sees('echo daar ben ik weer');
    expect([...page.losses, ...later.losses]).toEqual([]);
  });

  it('begins anew where the conversation is gone', async () => {
    const gone = new Set<string>();
    const memory = createMemoryWebchatStore();
    const store: WebchatStore = { ...memory, find: async (id) => (gone.has(id) ? null : memory.find(id)) };
    const server = await serverWith({ store });
    const page = openPage(server);
    await page.sees('event webchat/join');
    for (const { conversation } of server.received) gone.add(conversation?.id ?? '');
    page.line.drop();
    await expect.poll(() => page.losses).toEqual(['lost']);
    page.line.send({ type: 'message', text: 'opnieuw' });
    await page.sees('echo opnieuw');
  });

  it('goes on in a new conversation where the one before takes no more', async () => {
    const server = await serverWith();
    const page = openPage(server);
    await page.sees('event webchat/join');
    const conversationId = server.received[0]?.conversation?.id ?? '';
    await server.store.append(conversationId, { type: 'message', id: 'pad', text: 'x'.repeat(5_000_000) });
    page.line.send({ type: 'message', text: 'nog iets' });
    await page.sees('echo nog iets');
    expect(page.losses).toEqual(['lost']);
    expect(page.texts().some((text) => text.includes('nieuw gesprek') || text.includes('new one'))).toBe(
      true,
    );
    expect(server.received.at(-1)?.conversation?.id).not.toBe(conversationId);
    expect(page.queue.entries.filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('reads a conversation of several pages to its end before it sends anything again', async () => {
    const server = await serverWith();
    const page = openPage(server);
    await page.isOnline();
    await page.sees('event webchat/join');
    const conversationId = server.received[0]?.conversation?.id ?? '';
    for (let index = 0; index < 450; index++) {
      await server.store.append(conversationId, { type: 'message', id: `m${index}`, text: `said ${index}` });
    }
    expect(await page.line.catchUp()).toBe(true);
    expect(page.texts()).toContain('said 449');
  });

  it('shows a new conversation whole, whatever of the one before was still on its way', async () => {
    const page = openPage(await serverWith(), memoryStorage(), ForbiddenSocket);
    page.line.send({ type: 'message', text: 'hallo' });
    await page.sees('echo hallo');
    const left = vi.fn<() => void>();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
      const answer = await fetch(...call);
      if (left.mock.calls.length > 0 || !String(call[0]).includes('/activities?')) return answer;
      // Left for another one before this answer is here.
      expect(page.line.turnTo(null)).toBe(true);
      left();
      return answer;
    });
    await expect.poll(() => left.mock.calls.length, { timeout: 5_000 }).toBe(1);
    page.line.send({ type: 'message', text: 'nog iets' });
    await page.sees('echo nog iets');
    expect(page.texts().filter((text) => text === 'Welcome')).toHaveLength(2);
  });

  it('asks again and again where no socket can be had', async () => {
    const page = openPage(await serverWith(), memoryStorage(), ForbiddenSocket);
    page.line.send({ type: 'message', text: 'hallo' });
    await page.sees('echo hallo');
    expect(page.states).toEqual(['connecting', 'online']);
  });

  it('loses and doubles nothing when the socket breaks', async () => {
    const sockets: WebSocket[] = [];
    class KeptSocket extends WebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    }
    const page = openPage(await serverWith(), memoryStorage(), KeptSocket);
    await page.isOnline();
    page.line.send({ type: 'message', text: 'een' });
    await page.sees('echo een');
    sockets[0]?.terminate();
    page.line.send({ type: 'message', text: 'twee' });
    await page.sees('echo twee');
    expect(page.texts().filter((text) => text === 'twee')).toEqual(['twee']);
    expect(page.queue.entries).toEqual([]);
  });

  it('posts that the customer types where there is a connection, and keeps nothing of it', async () => {
    const server = await serverWith();
    const page = openPage(server);
    await page.line.signal({ type: 'typing' });
    await page.isOnline();
    await page.line.signal({ type: 'typing' });
    page.line.send({ type: 'message', text: 'daarna' });
    await page.sees('echo daarna');
    expect(server.received.filter(({ type }) => type === 'typing')).toHaveLength(1);
    expect(page.queue.entries).toEqual([]);
  });

  it('lets go of what the server shows without its content', async () => {
    const page = openPage(await serverWith());
    page.line.send({ type: 'message', text: 'x'.repeat(4001) });
    page.line.send({ type: 'message', text: 'kort' });
    await page.sees('echo kort');
    expect(page.queue.entries.map((entry) => entry.state)).toEqual([]);
  });

  it('sends files by upload', async () => {
    const server = await serverWith();
    const page = openPage(server);
    const png = new File([Buffer.from('89504e470d0a1a0a00', 'hex')], 'foto.png', { type: 'image/png' });
    page.line.send({ type: 'message', text: 'kijk' }, [png]);
    await page.sees('echo kijk');
    const activity = server.received.find(({ text }) => text === 'kijk');
    expect(activity?.attachments?.[0]).toMatchObject({ name: 'foto.png', contentType: 'image/png' });
  });

  it('tells a server that is asked too much from one that is away', async () => {
    const server = await serverWith({
      settings: { SERVER_REQUESTS_PER_ADDRESS: 0.001 },
      times: { refusalMs: 0 },
    });
    const page = openPage(server);
    await vi.waitFor(() => expect(page.states.at(-1)).toBe('offline'), { timeout: 20_000 });
    expect(page.waits.at(-1)).toBe(true);
  });

  it('keeps trying while the server is away', async () => {
    const server = await startWebchatServer();
    const storage = memoryStorage();
    const page = openPage(server, storage);
    await page.sees('event webchat/join');
    await server.stop();
    await expect.poll(() => page.states.at(-1)).toBe('offline');
    expect(page.waits.at(-1)).toBe(false);
    page.line.send({ type: 'message', text: 'bent u daar' });
    expect(page.queue.entries.map((entry) => entry.state)).toEqual(['waiting']);
  });
});
