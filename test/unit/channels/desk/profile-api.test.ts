import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRole } from '../../../../bot/contracts/desk.js';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { RecordingTransport } from '../../bot/support/recording-transport.js';
import { SetClock } from '../../bot/support/set-clock.js';

const PASSWORD = 'een zin van woorden';

/** A channel that keeps something of agents by name, and may fail to let go. */
class RememberingTransport extends RecordingTransport {
  readonly forgotten: string[] = [];
  isDown = false;

  async forgetAgent(name: string): Promise<boolean> {
    if (this.isDown) return false;
    this.forgotten.push(name);
    return true;
  }
}

let server: BotDeskServer;
let clock: SetClock;
let transport: RememberingTransport;
let noor: DeskClient;
let tijs: DeskClient;
const ids: Record<string, string> = {};

async function join(name: string, token: string): Promise<DeskClient> {
  const email = `${name.toLowerCase()}@example.com`;
  const { agent } = await server.test.bot.accounts.accept(token, { name, email, password: PASSWORD });
  ids[name] = agent.id;
  const client = createDeskClient(server.url);
  await client.signIn(email, PASSWORD);
  return client;
}

beforeEach(async () => {
  clock = new SetClock();
  transport = new RememberingTransport();
  server = await startBotDeskServer({ clock, transport });
  const { accounts } = server.test.bot;
  noor = await join('Noor', (await accounts.firstInvitation()) ?? '');
  const link = (await noor.post('/invitations', { role: 'agent' })).body?.link ?? '';
  tijs = await join('Tijs', link.slice(link.indexOf('#') + 1));
});
afterEach(() => server.stop());

const roleOf = async (client: DeskClient) => (await client.get('/me')).body?.agent?.role;
const giveRole = (by: DeskClient, name: string, role: DeskRole) =>
  by.post(`/agents/${ids[name]}/role`, { role });

describe('a role', () => {
  it('is changed by administrators, counts with the next request and is in the audit', async () => {
    expect((await giveRole(tijs, 'Tijs', 'administrator')).status).toBe(403);
    const answer = await giveRole(noor, 'Tijs', 'administrator');
    expect(answer.body?.agents?.map(({ name, role }) => [name, role])).toEqual([
      ['Noor', 'administrator'],
      ['Tijs', 'administrator'],
    ]);
    expect(await roleOf(tijs)).toBe('administrator');
    expect((await giveRole(tijs, 'Noor', 'content')).status).toBe(200);
    expect((await noor.get('/agents')).status).toBe(403);
    const { body } = await tijs.post('/audit', { area: 'account', accountId: ids.Noor });
    expect((body as { lines?: unknown[] } | null)?.lines).toContainEqual(
      expect.objectContaining({
        action: 'account.role-changed',
        actorName: 'Tijs',
        details: { from: 'administrator', to: 'content' },
      }),
    );
  });

  it('is not taken from the last administrator', async () => {
    const refused = await giveRole(noor, 'Noor', 'agent');
    expect([refused.status, refused.body?.error?.code]).toEqual([409, 'LastAdministrator']);
    await giveRole(noor, 'Tijs', 'administrator');
    await noor.post(`/agents/${ids.Tijs}/lock`);
    expect((await giveRole(noor, 'Noor', 'agent')).status).toBe(409);
  });

  it('takes along what was made with it', async () => {
    await giveRole(noor, 'Tijs', 'administrator');
    const link = (await tijs.post('/invitations', { role: 'administrator' })).body?.link ?? '';
    await giveRole(noor, 'Tijs', 'agent');
    const look = await noor.post('/invitation/look', { token: link.slice(link.indexOf('#') + 1) });
    expect(look.body?.role).toBeNull();
  });
});

describe('a name', () => {
  it('is changed by its owner, without signs that nobody sees', async () => {
    const answer = await tijs.post('/own/name', { name: ' Tijs\u202e  van\u0000Dam ' });
    expect(answer.body?.agent?.name).toBe('Tijs van Dam');
    expect((await tijs.get('/me')).body?.agent?.name).toBe('Tijs van Dam');
    for (const name of ['', '   ', '...', '\u200b\u200b', 'a'.repeat(81)]) {
      expect((await tijs.post('/own/name', { name })).status).toBe(400);
    }
    expect((await createDeskClient(server.url).post('/own/name', { name: 'Niemand' })).status).toBe(401);
  });

  it('is read at once in the rows of colleagues whose conversation they read along', async () => {
    await server.test.say('Ik wil een medewerker spreken');
    const id = String(server.test.rows('select id from conversations')[0]?.id);
    expect((await tijs.post(`/conversation/${id}/claim`)).status).toBe(200);
    expect((await noor.post(`/conversation/${id}/join`, { how: 'seen' })).status).toBe(200);
    const stream = await tijs.changes();
    const readers = async () => (await stream.next())?.news.entries[0]?.readers?.map(({ name }) => name);
    expect(await readers()).toEqual(['Noor']);
    expect((await noor.post('/own/name', { name: 'Nora' })).status).toBe(200);
    let named = await readers();
    while (named?.[0] === 'Noor') named = await readers();
    expect(named).toEqual(['Nora']);
    stream.close();
  });

  it('that nobody has any more is forgotten by channels, after what was on its way', async () => {
    await tijs.post('/own/name', { name: 'Thijs' });
    await server.test.bot.forgetGone();
    expect(transport.forgotten).toEqual([]);
    clock.forward({ minutes: 3 });
    await server.test.bot.forgetGone();
    await server.test.bot.forgetGone();
    expect(transport.forgotten).toEqual(['Tijs']);
  });

  it('goes with a removed account, and is tried again while a channel is down', async () => {
    transport.isDown = true;
    await noor.post(`/agents/${ids.Tijs}/remove`);
    expect((await tijs.get('/me')).status).toBe(401);
    clock.forward({ minutes: 3 });
    await server.test.bot.forgetGone();
    transport.isDown = false;
    await server.test.bot.forgetGone();
    expect(transport.forgotten).toEqual([]);
    clock.forward({ minutes: 61 });
    await server.test.bot.forgetGone();
    expect(transport.forgotten).toEqual(['Tijs']);
    expect(server.test.rows('select * from gone_names')).toEqual([]);
  });

  it('that a colleague has as well stays', async () => {
    await tijs.post('/own/name', { name: 'Noor' });
    await tijs.post('/own/name', { name: 'Tijs' });
    clock.forward({ minutes: 3 });
    await server.test.bot.forgetGone();
    expect(transport.forgotten).toEqual([]);
  });
});

/** The smallest that says of itself what it is: the head of a PNG of this size, and as many bytes behind it. */
function png(width: number, height = width, bytes = 200): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080600000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.alloc(bytes - head.length, 7)]);
}

/** A JPEG with a comment before its frame header. */
function jpeg(width: number): Buffer {
  const size = width.toString(16).padStart(4, '0');
  return Buffer.from(`ffd8fffe0006414243ff${'ff'}c000110800${'40'}${size}03`.padEnd(80, '0'), 'hex');
}

describe('a picture', () => {
  const send = (client: DeskClient, bytes: Buffer) =>
    client.post('/own/picture', { picture: bytes.toString('base64') });
  const addressIn = ({ body }: { body: unknown }) => (body as { address: string | null }).address;

  it('is kept and given out as what it is, until it is another or its account is gone', async () => {
    const first = addressIn(await send(tijs, png(192)));
    const served = await fetch(`${server.url}${first}`);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png(192));
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const second = addressIn(await send(tijs, png(96)));
    expect(second).not.toBe(first);
    expect((await fetch(`${server.url}${first}`)).status).toBe(404);
    expect(addressIn(await tijs.get('/own/picture'))).toBe(second);
    expect(addressIn(await noor.get('/own/picture'))).toBeNull();
    await noor.post(`/agents/${ids.Tijs}/remove`);
    expect((await fetch(`${server.url}${second}`)).status).toBe(404);
    expect((await fetch(`${server.url}/api/agent-pictures/x`)).status).toBe(404);
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing that runs scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['one that unfolds to gigabytes', png(60_000)],
    ['one without any size', png(0)],
    ['the start of one alone', png(10).subarray(0, 20)],
    ['one that is too long', png(192, 192, 20_500)],
  ])('is refused where it is %s', async (_what, bytes) => {
    const refused = await send(tijs, bytes);
    expect([refused.status, refused.body?.error?.code]).toEqual([400, 'PictureRefused']);
    expect(addressIn(await tijs.get('/own/picture'))).toBeNull();
  });

  it('stands beside what its agent says to customers', async () => {
    await server.test.say('ik wil een medewerker spreken');
    const id = (await tijs.get('/entries')).body?.entries?.[0]?.conversationId ?? '';
    await tijs.post(`/conversation/${id}/claim`);
    const address = addressIn(await send(tijs, jpeg(128)));
    expect(address).toMatch(/^\/api\/agent-pictures\/[\w-]{32}$/);
    server.test.newMessages();
    await tijs.post(`/conversation/${id}/reply`, { text: 'Goedemiddag', key: 'first-reply' });
    await server.test.bot.idle();
    const said = server.test.newMessages().find(({ text }) => text === 'Goedemiddag');
    expect(said?.speaker).toEqual({ kind: 'agent', name: 'Tijs', picture: address });
    await tijs.post('/own/picture/remove');
    expect(addressIn(await tijs.get('/own/picture'))).toBeNull();
  });
});
