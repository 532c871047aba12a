import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { type DeskServer, startDeskServer } from '../../../support/desk-server.js';

const PASSWORD = 'a long pass sentence';
const KEY = 'key-of-this-reply';
let server: DeskServer;
let sanne: DeskClient;
let mehmet: DeskClient;
let id: string;

beforeEach(async () => {
  server = await startDeskServer();
  sanne = await signedIn('Sanne');
  mehmet = await signedIn('Mehmet');
  id = server.desk.customerWaits({}, [{ text: 'Mijn wifi doet het niet' }]);
  await sanne.post(`/conversation/${id}/claim`);
});
afterEach(() => server.stop());

async function signedIn(name: string): Promise<DeskClient> {
  server.accounts.add(name, 'agent', PASSWORD);
  const client = createDeskClient(server.url);
  await client.signIn(`${name.toLowerCase()}@example.com`, PASSWORD);
  return client;
}

async function newestId(): Promise<string | undefined> {
  return (await sanne.get(`/conversation/${id}`)).body?.conversation?.messages.at(-1)?.id;
}

describe('a reply whose author did not see the newest message', () => {
  const reply = (seenId?: string) =>
    sanne.post(`/conversation/${id}/reply`, { text: 'Zet het modem uit', key: KEY, seenId });

  it('is held back with what came, and said when it comes with the newest', async () => {
    const seenId = await newestId();
    server.desk.customerWrites(id, 'Laat maar, geheim 123');
    const { status, body } = await reply(seenId);
    expect([status, body?.error?.code]).toEqual([409, 'DeskNewerMessages']);
    expect(body?.error?.newer).toMatchObject([{ from: 'customer', text: 'Laat maar, geheim 123' }]);
    expect(body?.error?.message).toContain('a message came that its author had not seen');
    expect(server.desk.replies).toEqual([]);
    expect(server.logLines.join('\n')).not.toContain('geheim');
    expect((await reply(await newestId())).status).toBe(200);
    expect(server.desk.replies).toEqual(['Zet het modem uit']);
  });

  it('goes as before from a page that was opened before an upgrade and does not tell', async () => {
    server.desk.customerWrites(id, 'Laat maar');
    expect((await reply()).status).toBe(200);
  });

  it.each([
    ['', 'seenId: is empty'],
    ['x'.repeat(301), 'seenId: is longer than 300 characters'],
  ])('is refused with a message id that can be none: %j', async (seenId, why) => {
    const { status, body } = await reply(seenId);
    expect([status, body?.error?.code]).toEqual([400, 'BadArgument']);
    expect(body?.error?.message).toContain(why);
  });
});

describe('a draft', () => {
  const keep = (agent: DeskClient, text: unknown) => agent.post(`/conversation/${id}/draft`, { text });
  const draftOf = async (agent: DeskClient) => (await agent.get(`/conversation/${id}`)).body?.draft;

  it('comes with the conversation to its agent, wherever they sign in, and to nobody else', async () => {
    expect(await draftOf(sanne)).toBe('');
    expect((await keep(sanne, 'Een half\n')).status).toBe(204);
    const atPhone = createDeskClient(server.url);
    await atPhone.signIn('sanne@example.com', PASSWORD);
    expect(await draftOf(atPhone)).toBe('Een half\n');
    expect(await draftOf(mehmet)).toBe('');
    const { body } = await mehmet.get('/entries');
    expect(JSON.stringify(body)).not.toContain('Een half');
  });

  it('ends with its reply', async () => {
    await keep(sanne, 'Dag');
    const { body } = await sanne.post(`/conversation/${id}/reply`, { text: 'Dag', key: KEY });
    expect(body?.draft).toBe('');
  });

  it.each([
    ['text of more than 10,000 characters', 'x'.repeat(10_001)],
    ['no text', undefined],
    ['a number', 7],
  ])('is refused with %s', async (_, text) => {
    expect((await keep(sanne, text)).status).toBe(400);
    expect(await draftOf(sanne)).toBe('');
  });

  it('has room for 10,000 characters that take three bytes each', async () => {
    expect((await keep(sanne, '€'.repeat(10_000))).status).toBe(204);
  });

  it('is for those who are signed in, from the desk’s own page, and for a conversation that is there', async () => {
    const stranger = createDeskClient(server.url);
    expect((await keep(stranger, 'Dag')).status).toBe(401);
    const foreign = { Origin: 'https://evil.example' };
    const refused = await sanne.post(`/conversation/${id}/draft`, { text: 'Dag' }, foreign);
    expect(refused.status).toBe(403);
    const unknown = await sanne.post('/conversation/unknown/draft', { text: 'Dag' });
    expect([unknown.status, unknown.body?.error?.code]).toEqual([404, 'DeskConversationUnknown']);
  });

  it('leaves no word in the log', async () => {
    await keep(sanne, 'Geheime woorden');
    await keep(sanne, 'Geheime woorden'.repeat(1_000));
    expect(server.logLines.join('\n')).not.toContain('Geheime');
  });
});
