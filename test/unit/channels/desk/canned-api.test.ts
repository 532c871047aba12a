import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CannedReply } from '../../../../channels/desk/tools/contracts.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van een paar woorden';
const RESET = { language: 'nl', shortcut: 'Reset', title: ' Herstarten ', text: 'Dag {klant}', ending: null };

let server: BotDeskServer;
let noor: DeskClient;
let tijs: DeskClient;
beforeEach(async () => {
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
  const { accounts } = server.test.bot;
  noor = await join((await accounts.firstInvitation()) ?? '', 'noor');
  const { agent } = (await noor.get('/me')).body ?? {};
  if (agent) tijs = await join((await accounts.invite('agent', agent)).token, 'tijs');
});
afterEach(() => server.stop());

async function join(token: string, name: string): Promise<DeskClient> {
  const email = `${name}@example.com`;
  await server.test.bot.accounts.accept(token, { name, email, password: PASSWORD });
  const client = createDeskClient(server.url);
  await client.signIn(email, PASSWORD);
  return client;
}
async function answers(client: DeskClient) {
  return ((await client.get('/canned')).body as unknown as CannedReply).answers;
}
const code = (answer: Awaited<ReturnType<DeskClient['post']>>) => [answer.status, answer.body?.error?.code];

describe('canned answers over the API', () => {
  it('are added, changed and removed, each time answered with all of them and the company’s name', async () => {
    const added = await noor.post('/canned', { ...RESET, isShared: true });
    expect(added).toMatchObject({
      status: 200,
      body: { company: 'Zwaluw', answers: [{ shortcut: 'reset', title: 'Herstarten', isShared: true }] },
    });
    const id = (await answers(tijs))[0]?.id;
    expect((await noor.post(`/canned/${id}`, { ...RESET, ending: 'close' })).status).toBe(200);
    expect(await answers(tijs)).toMatchObject([{ id, ending: 'close' }]);
    expect(await noor.post(`/canned/${id}/remove`)).toMatchObject({ status: 200, body: { answers: [] } });
  });

  it('are refused in words where they may not be, are taken, or are not there', async () => {
    await noor.post('/canned', { ...RESET, isShared: true });
    const id = (await answers(noor))[0]?.id;
    expect(code(await tijs.post('/canned', { ...RESET, isShared: true }))).toEqual([403, 'DeskNotAllowed']);
    expect(code(await tijs.post(`/canned/${id}/remove`))).toEqual([403, 'DeskNotAllowed']);
    expect(code(await noor.post('/canned', { ...RESET, isShared: true }))).toEqual([
      409,
      'DeskCannedShortcutUsed',
    ]);
    expect(code(await noor.post('/canned/none', RESET))).toEqual([404, 'DeskCannedUnknown']);
    expect(code(await createDeskClient(server.url).get('/canned'))).toEqual([401, 'DeskSessionEnded']);
  });

  it.each([
    [{ shortcut: 'twee woorden' }],
    [{ shortcut: '/' }],
    [{ shortcut: '' }],
    [{ shortcut: 'x'.repeat(31) }],
    [{ title: ' ' }],
    [{ title: 'x'.repeat(81) }],
    [{ text: '' }],
    [{ text: 'x'.repeat(4_001) }],
    [{ language: 'fr' }],
    [{ ending: 'delete' }],
    [{ agentId: 'somebody' }],
  ])('are refused with what cannot be: %j', async (changes) => {
    const answer = await tijs.post('/canned', { ...RESET, isShared: false, ...changes });
    expect(code(answer)).toEqual([400, 'BadArgument']);
    expect(await answers(tijs)).toEqual([]);
  });
});

describe('a reply with an ending over the API', () => {
  it('closes the conversation, and nothing else than an ending is taken for one', async () => {
    const { test } = server;
    await test.say('Ik wil graag een medewerker spreken');
    const id = (await test.bot.desk.entries())[0]?.conversationId;
    await tijs.post(`/conversation/${id}/claim`);
    const reply = (ending: string) =>
      tijs.post(`/conversation/${id}/reply`, { text: 'Tot ziens', key: 'key-of-this', ending });
    expect(code(await reply('delete'))).toEqual([400, 'BadArgument']);
    expect((await reply('close')).body?.conversation?.entry.state).toBe('solved');
  });
});
