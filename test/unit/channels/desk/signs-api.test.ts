import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import type { TypingNews, ViewersNews } from '../../../../channels/desk/contracts.js';
import { createDeskSigns } from '../../../../channels/desk/live/desk-signs.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskChanges, type DeskClient } from '../../../support/desk-client.js';
import { customerSays } from '../../bot/support/samples.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van een paar woorden';

describe('who looks and who types, over the API', () => {
  let server: BotDeskServer;
  let noor: DeskClient;
  let tijs: DeskClient;
  let id: string;
  const streams: DeskChanges[] = [];

  beforeEach(async () => {
    server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
    await server.door.start?.();
    const { accounts, desk } = server.test.bot;
    noor = await join((await accounts.firstInvitation()) ?? '', 'noor');
    const [first] = await accounts.agents();
    if (first) tijs = await join((await accounts.invite('agent', first)).token, 'tijs');
    await server.test.say('Ik wil graag een medewerker spreken');
    id = (await desk.entries())[0]?.conversationId ?? '';
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await server.stop();
  });

  async function join(token: string, name: string): Promise<DeskClient> {
    const email = `${name}@example.com`;
    await server.test.bot.accounts.accept(token, { name, email, password: PASSWORD });
    const client = createDeskClient(server.url);
    await client.signIn(email, PASSWORD);
    return client;
  }
  async function listens(agent: DeskClient): Promise<DeskChanges> {
    const stream = await agent.changes();
    streams.push(stream);
    await nextOf(stream, 'everything');
    return stream;
  }
  async function nextOf<Content>(stream: DeskChanges, kind: string): Promise<Content> {
    for (;;) {
      const told = await stream.next();
      if (told === null) throw new Error(`the stream ended before "${kind}"`);
      if (told.event === kind) return told.content as Content;
    }
  }
  const shows = (agent: DeskClient, conversationId: string | null, page = 'p1') =>
    agent.post('/here', { looking: { page, conversationId } });
  const names = ({ conversations }: ViewersNews) =>
    conversations.map((told) => [told.conversationId, told.viewers.map(({ name }) => name)]);

  it('tell colleagues who opens a conversation and who leaves it', async () => {
    const stream = await listens(noor);
    expect((await shows(tijs, id)).status).toBe(204);
    expect(names(await nextOf(stream, 'viewers'))).toEqual([[id, ['tijs']]]);
    await shows(tijs, null);
    expect(names(await nextOf(stream, 'viewers'))).toEqual([[id, []]]);
  });

  it('tell a page that connects who looks at what already', async () => {
    await shows(tijs, id);
    const told = await nextOf<ViewersNews>(await listens(noor), 'viewers');
    expect(told.isAll).toBe(true);
    expect(names(told)).toEqual([[id, ['tijs']]]);
  });

  it('take an agent away whose last page is gone', async () => {
    const stream = await listens(noor);
    const theirs = await listens(tijs);
    await shows(tijs, id);
    expect(names(await nextOf(stream, 'viewers'))).toEqual([[id, ['tijs']]]);
    theirs.close();
    expect(names(await nextOf(stream, 'viewers'))).toEqual([[id, []]]);
  });

  it('tell that a customer types, and that an agent does, which the customer sees', async () => {
    await noor.post(`/conversation/${id}/claim`);
    const stream = await listens(tijs);
    await server.test.bot.receive(customerSays('', { type: 'typing' }), server.test.transport);
    expect(await nextOf<TypingNews>(stream, 'typing')).toEqual({ conversationId: id, by: 'customer' });
    server.test.transport.sent.length = 0;
    expect((await noor.post(`/conversation/${id}/typing`, { kind: 'reply' })).status).toBe(204);
    expect(await nextOf<TypingNews>(stream, 'typing')).toMatchObject({
      conversationId: id,
      by: { name: 'noor' },
    });
    await expect.poll(() => server.test.transport.sent.map(({ type }) => type)).toEqual(['typing']);
  });

  it('tell the customer which message of theirs the agent who has them has read', async () => {
    const shown: unknown[] = [];
    const showRead = async ({ value }: Activity) => void shown.push(value);
    Object.assign(server.test.transport, { showRead });
    await server.test.say('Het gaat om mijn wifi', { id: 'second' });
    const { messages } = (await server.test.bot.desk.conversation(id)) ?? { messages: [] };
    const seenId = messages.filter(({ from }) => from === 'customer').at(-1)?.id;
    const looking = { page: 'p1', conversationId: id, seenId };
    expect((await noor.post('/here', { looking })).status).toBe(204);
    await noor.post(`/conversation/${id}/claim`);
    expect((await tijs.post('/here', { looking })).status).toBe(204);
    expect((await noor.post('/here', { looking })).status).toBe(204);
    await expect.poll(() => shown).toEqual([{ activityId: 'second' }]);
    expect((await noor.post('/here', { looking: { ...looking, seenId: 'x'.repeat(101) } })).status).toBe(400);
  });

  it('keep a note that is typed from the customer', async () => {
    await noor.post(`/conversation/${id}/claim`);
    const stream = await listens(tijs);
    server.test.transport.sent.length = 0;
    await noor.post(`/conversation/${id}/typing`, { kind: 'note' });
    expect(await nextOf<TypingNews>(stream, 'typing')).toMatchObject({ by: { name: 'noor' } });
    expect(server.test.transport.sent).toEqual([]);
  });

  it('are refused without a session, from other pages and in other forms', async () => {
    const nobody = createDeskClient(server.url);
    const typing = `/conversation/${id}/typing`;
    expect((await nobody.post(typing, { kind: 'reply' })).status).toBe(401);
    expect((await shows(nobody, id)).status).toBe(401);
    expect((await noor.post(typing, { kind: 'reply' }, { 'X-Desk': '' })).status).toBe(403);
    expect((await noor.post(typing, { kind: 'shout' })).status).toBe(400);
    expect((await noor.post(typing, { kind: 'reply', text: 'mee' })).status).toBe(400);
    expect((await shows(noor, 'x'.repeat(301))).status).toBe(400);
    expect((await shows(noor, id, 'no page!')).status).toBe(400);
    // A page that was opened before an upgrade tells nothing of what it shows.
    expect((await noor.post('/here')).status).toBe(204);
  });
});

describe('what is kept of who looks', () => {
  const NOOR = { agentId: 'n', name: 'Noor' };

  function signsAt(clock = new SetClock()) {
    const told: ViewersNews[] = [];
    const signs = createDeskSigns({
      clock,
      silentMs: 30_000,
      tell: (event) => told.push(JSON.parse(event.split('\ndata: ')[1] ?? '') as ViewersNews),
    });
    const all = () =>
      JSON.parse(signs.everything().split('\ndata: ')[1] ?? '{"conversations":[]}') as ViewersNews;
    return { signs, clock, told, all };
  }

  it('is forgotten of a page that fell silent', () => {
    const { signs, clock, told, all } = signsAt();
    signs.looks(NOOR, 'p', 'a');
    clock.forward({ seconds: 20 });
    signs.look();
    expect(all().conversations).toHaveLength(1);
    clock.forward({ seconds: 20 });
    signs.look();
    expect(all().conversations).toEqual([]);
    expect(told.at(-1)?.conversations).toEqual([{ conversationId: 'a', viewers: [] }]);
  });

  it('is told once where two pages of an agent show the same, or a page says it again', () => {
    const { signs, told } = signsAt();
    signs.looks(NOOR, 'p', 'a');
    signs.looks(NOOR, 'q', 'a');
    signs.looks(NOOR, 'p', 'a');
    signs.looks(NOOR, 'q', null);
    expect(told).toHaveLength(1);
  });

  it('is bounded, however many pages an agent invents', () => {
    const { signs, all } = signsAt();
    for (let page = 0; page < 500; page += 1) signs.looks(NOOR, `p${page}`, `c${page}`);
    expect(all().conversations).toHaveLength(20);
  });
});
