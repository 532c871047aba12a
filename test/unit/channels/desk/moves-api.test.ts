import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelsReply, ViewsReply } from '../../../../channels/desk/tools/contracts.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van een paar woorden';
let server: BotDeskServer;
let noor: DeskClient;
let tijs: DeskClient;
let id: string;
beforeEach(async () => {
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
  const { accounts, desk } = server.test.bot;
  noor = await join((await accounts.firstInvitation()) ?? '', 'noor');
  const [first] = await accounts.agents();
  if (first) tijs = await join((await accounts.invite('agent', first)).token, 'tijs');
  await server.test.say('Ik wil graag een medewerker spreken');
  id = (await desk.entries())[0]?.conversationId ?? '';
});
afterEach(() => server.stop());

async function join(token: string, name: string): Promise<DeskClient> {
  const email = `${name}@example.com`;
  await server.test.bot.accounts.accept(token, { name, email, password: PASSWORD });
  const client = createDeskClient(server.url);
  await client.signIn(email, PASSWORD);
  return client;
}
const code = (answer: Awaited<ReturnType<DeskClient['post']>>) => [answer.status, answer.body?.error?.code];
const of = (what: string) => `/conversation/${id}/${what}`;
const labelsIn = (answer: { readonly body: unknown }) => (answer.body as LabelsReply).labels;
const viewsIn = (answer: { readonly body: unknown }) => (answer.body as ViewsReply).views;

describe('passing on and setting aside over the API', () => {
  it('answer with the conversation as it stands then', async () => {
    await noor.post(of('claim'));
    const snoozed = await noor.post(of('snooze'), { until: { kind: 'hour' } });
    expect(snoozed).toMatchObject({
      status: 200,
      body: { conversation: { entry: { state: 'with-agent', snoozedUntil: expect.any(String) } } },
    });
    expect((await noor.post(of('wake'))).status).toBe(200);
    const agentId = (await server.test.bot.accounts.agents()).find(({ name }) => name === 'tijs')?.id;
    const passed = await noor.post(of('transfer'), {
      to: { kind: 'colleague', agentId },
      comment: 'Kijk je?',
    });
    expect(passed).toMatchObject({
      status: 200,
      body: { conversation: { entry: { state: 'waiting', offer: { agentName: 'tijs' } } } },
    });
    expect(code(await noor.post(of('claim')))).toEqual([409, 'DeskConversationOffered']);
    expect((await tijs.post(of('claim'))).status).toBe(200);
  });

  it('are refused to others, without a session, from other pages and in other forms', async () => {
    await noor.post(of('claim'));
    const hour = { until: { kind: 'hour' } };
    expect(code(await tijs.post(of('snooze'), hour))).toEqual([409, 'DeskConversationTaken']);
    expect(code(await createDeskClient(server.url).post(of('snooze'), hour))).toEqual([
      401,
      'DeskSessionEnded',
    ]);
    const foreign = await fetch(`${server.url}/desk/api${of('snooze')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(hour),
    });
    expect(foreign.status).toBe(403);
    const past = { until: { kind: 'at', at: '2020-01-01T00:00:00Z' } };
    expect(code(await noor.post(of('snooze'), past))).toEqual([400, 'DeskSnoozeTime']);
    expect(code(await noor.post(of('snooze'), { until: { kind: 'never' } }))).toEqual([400, 'BadArgument']);
    const nobody = { to: { kind: 'team', teamId: 'none' }, comment: '' };
    expect(code(await noor.post(of('transfer'), nobody))).toEqual([404, 'DeskTargetUnknown']);
    const long = { ...nobody, comment: 'a'.repeat(2_001) };
    expect(code(await noor.post(of('transfer'), long))).toEqual([400, 'BadArgument']);
    expect(code(await noor.post('/conversation/none/snooze', hour))).toEqual([
      404,
      'DeskConversationUnknown',
    ]);
  });
});

describe('labels over the API', () => {
  it('are made by administrators alone, once by name, and renamed and removed with all they are on', async () => {
    expect(code(await tijs.post('/labels', { name: 'Facturen' }))).toEqual([403, 'DeskNotAllowed']);
    const [label] = labelsIn(await noor.post('/labels', { name: ' Facturen  oud ' }));
    expect(label?.name).toBe('Facturen oud');
    expect(code(await noor.post('/labels', { name: 'FACTUREN OUD' }))).toEqual([409, 'DeskLabelNameUsed']);
    await noor.post('/labels', { name: 'Storing' });
    expect(code(await noor.post(`/labels/${label?.id}`, { name: 'storing' }))).toEqual([
      409,
      'DeskLabelNameUsed',
    ]);
    await tijs.post(of('label'), { labelId: label?.id, isOn: true });
    await noor.post(`/labels/${label?.id}`, { name: 'Facturen' });
    expect(labelsIn(await tijs.get('/labels')).map(({ name }) => name)).toEqual(['Facturen', 'Storing']);
    const { desk, deskTools } = server.test.bot;
    expect((await desk.entries())[0]?.labels).toEqual([{ id: label?.id, name: 'Facturen' }]);
    expect((await deskTools.archive.history(id))?.[0]?.labels).toEqual(['Facturen']);
    const search = { words: 'medewerker', labelId: label?.id };
    expect((await deskTools.archive.search(search)).found).toMatchObject([{ labels: ['Facturen'] }]);
    expect((await deskTools.archive.search({ ...search, labelId: 'other' })).found).toEqual([]);

    expect(code(await tijs.post(`/labels/${label?.id}/remove`))).toEqual([403, 'DeskNotAllowed']);
    await noor.post(`/labels/${label?.id}/remove`);
    expect((await desk.entries())[0]?.labels).toBeUndefined();
    expect(code(await noor.post(`/labels/${label?.id}/remove`))).toEqual([404, 'DeskLabelUnknown']);
  });

  it('are ten on a conversation and a hundred in all, at most', async () => {
    for (let n = 0; n < 100; n++) await noor.post('/labels', { name: `Label ${n}` });
    const labels = labelsIn(await noor.get('/labels'));
    expect(code(await noor.post('/labels', { name: 'Nog een' }))).toEqual([409, 'DeskTooManyLabels']);
    for (const { id: labelId } of labels.slice(0, 10)) await tijs.post(of('label'), { labelId, isOn: true });
    const more = { labelId: labels[10]?.id, isOn: true };
    expect(code(await tijs.post(of('label'), more))).toEqual([409, 'DeskTooManyLabels']);
    await tijs.post(of('label'), { labelId: labels[0]?.id, isOn: false });
    expect((await tijs.post(of('label'), more)).status).toBe(200);
  });
});

describe('saved views over the API', () => {
  it('are each agent’s own, one by a name, twenty at most', async () => {
    const mine = { list: 'missed', channelId: 'test', mood: 'annoyed' };
    await noor.post('/views', { name: 'Boos', filters: { list: 'all' } });
    const [view] = viewsIn(await noor.post('/views', { name: 'Boos', filters: mine }));
    expect(view).toMatchObject({ name: 'Boos', filters: mine });
    expect(viewsIn(await tijs.get('/views'))).toEqual([]);
    expect(code(await tijs.post(`/views/${view?.id}/remove`))).toEqual([404, 'DeskViewUnknown']);
    expect(code(await noor.post('/views', { name: 'X', filters: { list: 'none' } }))).toEqual([
      400,
      'BadArgument',
    ]);
    for (let n = 1; n < 20; n++) await noor.post('/views', { name: `V${n}`, filters: mine });
    expect(code(await noor.post('/views', { name: 'Te veel', filters: mine }))).toEqual([
      409,
      'DeskTooManyViews',
    ]);
    expect(viewsIn(await noor.post(`/views/${view?.id}/remove`))).toHaveLength(19);
  });
});

describe('customers who waited in vain', () => {
  it('stand among the missed for two days, until somebody takes them', async () => {
    const { test } = server;
    // Where nobody is at the desk an answer may be promised instead.
    for (const agent of await test.bot.accounts.agents()) await test.bot.desk.present(agent.id);
    test.clock.forward({ minutes: 31 });
    await test.bot.runDueTimers();
    const missed = async () => (await test.bot.desk.entries()).map((entry) => [entry.state, entry.missed]);
    expect(await missed()).toEqual([['expired', 'request']]);
    test.clock.forward({ days: 2 });
    test.clock.forward({ minutes: 1 });
    expect(await missed()).toEqual([]);
  });
});
