import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestAudit } from '../../../../bot/store/audit.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van woorden';
const ANNA = { kind: 'customer', channelId: 'test', customerId: 'customer-1' };

let server: BotDeskServer;
let noor: DeskClient;
beforeEach(async () => {
  server = await startBotDeskServer({ clock: new SetClock(new Date().toISOString()) });
  const { accounts } = server.test.bot;
  const account = { name: 'Noor', email: 'noor@example.com', password: PASSWORD };
  const { agent } = await accounts.accept((await accounts.firstInvitation()) ?? '', account);
  const tijs = { name: 'Tijs', email: 'tijs@example.com', password: PASSWORD };
  await accounts.accept((await accounts.invite('agent', agent)).token, tijs);
  noor = createDeskClient(server.url);
  await noor.signIn(account.email, PASSWORD);
  await server.test.say('Ik wil een medewerker spreken, ik ben anna@example.com');
});
afterEach(() => server.stop());

it('lets an administrator find, export and erase a person, and writes down that she did', async () => {
  const found = await noor.post('/privacy/find', { kind: 'email', email: 'anna@example.com' });
  expect(found).toMatchObject({ status: 200, body: { conversations: [{ customerName: 'Anna' }] } });
  const exported = await noor.post('/privacy/export', ANNA);
  expect(JSON.stringify(exported.body)).toContain('anna@example.com');
  expect((await noor.post('/privacy/erase', ANNA)).status).toBe(200);
  expect(server.test.rows('select * from conversations')).toEqual([]);
  expect((await noor.post('/privacy/find', ANNA)).body).toEqual({ conversations: [], counts: {} });
  expect((await newestAudit(server.test.store)).map(({ action }) => action)).toContain('privacy.erase');
  expect(server.test.logLines.join('\n')).not.toContain('anna@example.com');
});

it('is for administrators alone', async () => {
  const tijs = createDeskClient(server.url);
  for (const what of ['find', 'export', 'erase']) {
    expect((await tijs.post(`/privacy/${what}`, ANNA)).status).toBe(401);
  }
  await tijs.signIn('tijs@example.com', PASSWORD);
  for (const what of ['find', 'export', 'erase']) {
    expect((await tijs.post(`/privacy/${what}`, ANNA)).status).toBe(403);
  }
  expect(server.test.rows('select * from conversations')).toHaveLength(1);
});

it.each([
  {},
  { kind: 'customer', channelId: 'test' },
  { kind: 'email', email: 'no address' },
  { ...ANNA, more: 1 },
])('refuses %j', async (body) => {
  expect((await noor.post('/privacy/erase', body)).status).toBe(400);
});
