import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage } from '../../../../bot/contracts/accounts/desk-security.js';
import type { DeskAgent, DeskEntry, DeskRole } from '../../../../bot/contracts/desk.js';
import type { LeadReply, ReadingReply } from '../../../../channels/desk/lead/contracts.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import type { Hear } from '../../../../index/contracts/hearing.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskAnswer, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van een paar woorden';

type Somebody = DeskClient & { readonly agent: DeskAgent };

let hear: Hear;
beforeAll(() => {
  hear = openHearing();
});

let server: BotDeskServer;
let noor: Somebody;
let lies: Somebody;
let tijs: Somebody;
async function open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await startBotDeskServer({
    hear,
    clock: new SetClock(new Date().toISOString()),
    settings: { DESK_SESSION_HOURS: '720', ...settings },
  });
  noor = await join((await accounts().firstInvitation()) ?? '', 'noor');
  lies = await colleague('lead', 'lies');
  tijs = await colleague('agent', 'tijs');
}
beforeEach(() => open());
afterEach(() => server.stop());

const accounts = () => server.test.bot.accounts;
async function join(token: string, name: string): Promise<Somebody> {
  const email = `${name}@example.com`;
  const { agent } = await accounts().accept(token, { name, email, password: PASSWORD });
  const client = createDeskClient(server.url);
  await client.signIn(email, PASSWORD);
  return Object.assign(client, { agent });
}
const colleague = async (role: DeskRole, name: string) =>
  join((await accounts().invite(role, noor.agent)).token, name);

const code = ({ status, body }: DeskAnswer) => [status, body?.error?.code];
const board = async (client: DeskClient) =>
  ((await client.get('/lead')).body as unknown as LeadReply | null)?.board;
const reading = async (client: DeskClient) =>
  (await client.get(`/conversation/${id()}/reading`)).body as unknown as ReadingReply;
const id = () => String(server.test.rows('select id from conversations order by rowid')[0]?.id);
const entry = async (): Promise<DeskEntry | undefined> =>
  (await server.test.bot.desk.entries()).find(({ conversationId }) => conversationId === id());
const audit = () =>
  server.test.rows("select action, actorId from audit where action like 'lead.%' order by at, rowid");
async function told(): Promise<string> {
  await server.test.bot.idle();
  return server.test.newTexts().join('\n');
}
const act = (client: DeskClient, what: string, body: unknown = {}) =>
  client.post(`/conversation/${id()}/${what}`, body);
async function held(): Promise<void> {
  await server.test.say('Ik wil graag een medewerker spreken');
  expect((await act(tijs, 'claim')).status).toBe(200);
  await told();
}

describe('a team lead', () => {
  it('alone sees the board and acts for others, with administrators; an agent is refused everything', async () => {
    await held();
    expect((await lies.get('/lead')).status).toBe(200);
    expect((await noor.get('/lead')).status).toBe(200);
    const content = await colleague('content', 'cees');
    for (const client of [tijs, content]) {
      expect(code(await client.get('/lead'))).toEqual([403, 'DeskLeadsOnly']);
      expect(code(await act(client, 'join', { how: 'seen' }))).toEqual([403, 'DeskLeadsOnly']);
      expect(code(await act(client, 'leave'))).toEqual([403, 'DeskLeadsOnly']);
      const to = { kind: 'colleague', agentId: lies.agent.id };
      expect(code(await act(client, 'reassign', { to, comment: '' }))).toEqual([403, 'DeskLeadsOnly']);
    }
    expect(code(await lies.get('/agents'))).toEqual([403, 'DeskNotAllowed']);
    expect(audit()).toEqual([]);
  });

  it('reads along where agent and customer see it, writes notes only, and leaves', async () => {
    await held();
    expect((await act(lies, 'join', { how: 'seen' })).status).toBe(200);
    expect((await act(lies, 'join', { how: 'seen' })).status).toBe(200);
    expect(await told()).toBe('Onze collega lies leest vanaf nu mee in dit gesprek.');
    expect((await entry())?.readers).toEqual([{ agentId: lies.agent.id, name: 'lies' }]);
    expect(await reading(lies)).toEqual({ reading: 'seen', mayReadUnseen: false });
    const reply = { text: 'Hallo', key: 'a-key-of-lies' };
    expect(code(await act(lies, 'reply', reply))).toEqual([409, 'DeskConversationTaken']);
    expect((await act(lies, 'note', { text: 'Bied excuses aan.', key: 'a-note-of-lies' })).status).toBe(200);
    expect((await act(lies, 'leave')).status).toBe(200);
    expect(await told()).toBe('Onze collega lies leest niet meer mee.');
    expect((await entry())?.readers).toBeUndefined();
    expect(audit().map(({ action }) => action)).toEqual(['lead.join', 'lead.leave']);
  });

  it('is found in the audit by what leads do', async () => {
    await held();
    await act(lies, 'join', { how: 'seen' });
    server.test.clock.forward({ seconds: 1 });
    await act(lies, 'leave');
    const answer = await noor.post('/audit', { area: 'lead' });
    const { lines } = answer.body as unknown as AuditPage;
    expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['lead.leave', 'lies'],
      ['lead.join', 'lies'],
    ]);
  });

  it('reads along no longer in what has ended, what they took over, or once signed out', async () => {
    await held();
    await act(lies, 'join', { how: 'seen' });
    await act(noor, 'join', { how: 'seen' });
    expect((await entry())?.readers).toHaveLength(2);
    await act(lies, 'take-over', { from: tijs.agent.id });
    expect((await entry())?.readers).toEqual([{ agentId: noor.agent.id, name: 'noor' }]);
    await told();
    await noor.post('/sign-out');
    await accounts().endSessions(noor.agent.id, noor.agent);
    expect(await told()).toBe('Onze collega noor leest niet meer mee.');
    await act(lies, 'close');
    expect((await reading(lies)).reading).toBeNull();
    expect(code(await act(lies, 'join', { how: 'seen' }))).toEqual([409, 'DeskConversationTaken']);
  });

  it('reads along unseen only where the company switched it on', async () => {
    await held();
    expect(code(await act(lies, 'join', { how: 'unseen' }))).toEqual([403, 'DeskUnseenOff']);
    await server.stop();
    await open({ DESK_READ_UNSEEN: 'true' });
    await held();
    expect((await act(lies, 'join', { how: 'unseen' })).status).toBe(200);
    expect(await told()).toBe('');
    expect((await entry())?.readers).toBeUndefined();
    expect(await reading(lies)).toEqual({ reading: 'unseen', mayReadUnseen: true });
    const stream = await tijs.changes();
    await stream.next();
    await lies.post('/here', { looking: { page: 'page-1', conversationId: id() } });
    await noor.post('/here', { looking: { page: 'page-2', conversationId: id() } });
    let event = await stream.next();
    while (event && event.event !== 'viewers') event = await stream.next();
    expect(JSON.stringify(event?.content)).toContain('noor');
    expect(JSON.stringify(event?.content)).not.toContain('lies');
    stream.close();
    await act(lies, 'join', { how: 'seen' });
    expect(await told()).toContain('lies leest vanaf nu mee');
    expect(audit().map(({ action }) => action)).toEqual(['lead.join-unseen', 'lead.join']);
  });

  it('takes over from an agent who is here, which an agent cannot', async () => {
    await held();
    await tijs.changes();
    const cees = await colleague('agent', 'cees');
    await server.test.bot.desk.present(tijs.agent.id);
    expect(code(await act(cees, 'take-over', { from: tijs.agent.id }))[0]).toBe(409);
    expect((await act(lies, 'take-over', { from: tijs.agent.id })).status).toBe(200);
    expect((await entry())?.holder).toMatchObject({ name: 'lies' });
  });

  it('reassigns what an agent has: kept for the colleague, the customer told, in the audit', async () => {
    await held();
    const cees = await colleague('agent', 'cees');
    const to = { kind: 'colleague', agentId: cees.agent.id };
    expect((await act(lies, 'reassign', { to, comment: 'Kijk jij?' })).status).toBe(200);
    expect(await entry()).toMatchObject({ state: 'waiting', offer: { agentName: 'cees' } });
    expect(await told()).toContain('lies geeft uw gesprek door aan onze collega cees.');
    expect((await server.test.bot.desk.conversation(id()))?.notes).toMatchObject([
      { name: 'lies', text: '→ cees: Kijk jij?' },
    ]);
    expect(audit()).toEqual([{ action: 'lead.reassign', actorId: lies.agent.id }]);
  });

  it('reassigns who waits, who keeps their place and the time they waited', async () => {
    await server.test.say('Ik wil graag een medewerker spreken');
    const other = { conversation: { id: 'c2' }, from: { id: 'customer-2', name: 'Bert' } };
    await server.test.say('Ik wil graag een medewerker spreken', other);
    const before = (await server.test.bot.desk.entries()).map(({ customerName }) => customerName);
    const since = (await entry())?.waitingSince;
    server.test.clock.forward({ minutes: 5 });
    const to = { kind: 'colleague', agentId: tijs.agent.id };
    const second = (await server.test.bot.desk.entries())[1]?.conversationId;
    expect((await act(lies, 'reassign', { to, comment: '' })).status).toBe(200);
    expect((await lies.post(`/conversation/${second}/reassign`, { to, comment: '' })).status).toBe(200);
    const after = await server.test.bot.desk.entries();
    expect(after.map(({ customerName }) => customerName)).toEqual(before);
    expect(after[0]).toMatchObject({ waitingSince: since, offer: { agentName: 'tijs' }, returnedAt: null });
    expect((await act(tijs, 'claim')).status).toBe(200);
    expect(server.test.rows("select kind from timers where kind = 'reservation-ends'")).toHaveLength(1);
  });

  it('hears of complaints and chances to sell, answered by the bot or not', async () => {
    await server.test.say('Ik wil een klacht indienen over jullie service');
    const buyer = { conversation: { id: 'c2' }, from: { id: 'customer-2', name: 'Bert' } };
    await server.test.say('Ik wil graag een nieuw abonnement bij jullie afsluiten', buyer);
    const seen = await board(lies);
    expect(seen?.counts).toEqual({ complaint: 1, sales: 1 });
    expect(seen?.signals.map(({ kind, customerName }) => [kind, customerName])).toContainEqual([
      'sales',
      'Bert',
    ]);
    await act(tijs, 'take');
    expect((await entry())?.heard).toEqual(['complaint']);
    server.test.clock.forward({ days: 8 });
    expect(await board(lies)).toMatchObject({ counts: { complaint: 0, sales: 0 }, signals: [] });
  });

  it('sees how satisfied customers were in seven days, with what they said', async () => {
    await held();
    await act(tijs, 'close');
    await server.test.say('2');
    await server.test.say('Toelichting geven');
    await server.test.say('Het duurde lang.');
    const at = server.test.clock.now().toISOString();
    expect(await board(lies)).toMatchObject({
      scores: [0, 1, 0, 0, 0],
      comments: [{ conversationId: id(), score: 2, comment: 'Het duurde lang.', agentName: 'tijs', at }],
    });
    server.test.clock.forward({ days: 8 });
    expect(await board(lies)).toMatchObject({ scores: [0, 0, 0, 0, 0], comments: [] });
  });

  it('hears who comes, goes and signs out as a difference, whatever is limited', async () => {
    const stream = await lies.changes();
    const standing = (agentId: string) => (news: Awaited<ReturnType<typeof stream.next>>) =>
      news?.news.standings.find((one) => one.agentId === agentId);
    const until = async (is: (told: ReturnType<ReturnType<typeof standing>>) => boolean) => {
      for (let news = await stream.next(); news; news = await stream.next())
        if (is(standing(tijs.agent.id)(news))) return standing(tijs.agent.id)(news);
      return undefined;
    };
    expect(await until((told) => told?.isHere === false)).toMatchObject({ load: 0, capacity: null });
    const page = await tijs.changes();
    await page.next();
    expect(await until((told) => told?.isHere === true)).toMatchObject({ status: 'available' });
    await tijs.post('/sign-out');
    await accounts().endSessions(tijs.agent.id, noor.agent);
    page.close();
    await until((told) => told === undefined);
    stream.close();
  });
});
