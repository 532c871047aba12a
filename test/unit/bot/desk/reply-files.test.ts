import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotDeskServer, startBotDeskServer } from '../../../support/bot-desk-server.js';
import { createDeskClient } from '../../../support/desk-client.js';
import { RecordingTransport } from '../support/recording-transport.js';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);

class FileTransport extends RecordingTransport {
  takesFiles = () => true;
}

describe('a reply with files', () => {
  let server: BotDeskServer;
  let directory: string;
  let transport: RecordingTransport;
  let cookie: string;
  let id: string;

  async function serve(by: RecordingTransport): Promise<void> {
    transport = by;
    directory = mkdtempSync(join(tmpdir(), 'reply-files-'));
    server = await startBotDeskServer({ transport, filesDirectory: directory });
    cookie = await signIn('sanne');
    await server.test.say('Ik wil een medewerker spreken');
    id = String(server.test.rows('select id from conversations')[0]?.id);
    const client = createDeskClient(server.url);
    client.cookie = cookie;
    expect((await client.post(`/conversation/${id}/claim`, {})).status).toBe(200);
  }

  beforeEach(() => serve(new FileTransport()));
  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function signIn(name: string): Promise<string> {
    const { accounts } = server.test.bot;
    const account = { name, email: `${name}@zwaluw.example`, password: 'een lange zin van woorden' };
    const first = await accounts.firstInvitation();
    const client = createDeskClient(server.url);
    if (first !== null) await client.post('/invitation/accept', { token: first, ...account });
    else {
      const administrator = createDeskClient(server.url);
      administrator.cookie = cookie;
      const made = await administrator.post('/invitations', { role: 'agent' });
      const token = String((made.body as { link?: string }).link).split('#')[1];
      await client.post('/invitation/accept', { token, ...account });
    }
    return client.cookie;
  }

  async function choose(bytes: Uint8Array<ArrayBuffer>, as: string, type = 'image/png', who = cookie) {
    const response = await fetch(`${server.url}/desk/api/conversation/${id}/files`, {
      method: 'POST',
      body: bytes,
      headers: { cookie: who, 'x-desk': '1', 'content-type': type, 'x-file-name': encodeURIComponent(as) },
    });
    const body = (await response.json()) as { file?: { id: string; url: string }; error?: { code: string } };
    return { status: response.status, file: body.file, code: body.error?.code };
  }

  async function reply(body: object) {
    const client = createDeskClient(server.url);
    client.cookie = cookie;
    return client.post(`/conversation/${id}/reply`, body);
  }

  it('goes out once with its files, with and without words', async () => {
    const { file } = await choose(PNG, 'één foto.png');
    const said = { text: '', key: 'key-of-reply', files: [file?.id] };
    expect((await reply(said)).status).toBe(200);
    expect((await reply(said)).status).toBe(200);
    await server.test.bot.idle();
    const sent = transport.sent.filter(
      ({ channelData }) => (channelData as { message?: { files?: unknown } } | undefined)?.message?.files,
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.channelData).toMatchObject({ message: { files: [{ name: 'één foto.png', bytes: 72 }] } });
    expect((await reply({ ...said, key: 'another-key' })).body).toMatchObject({
      error: { code: 'DeskFileUnknown' },
    });
  });

  it('shows a file to the agent who reads, with their session alone', async () => {
    const { file } = await choose(PNG, 'a.png');
    const address = `${server.url}${file?.url}`;
    expect((await fetch(address, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(address)).status).toBe(401);
    const other = await signIn('noor');
    expect((await fetch(address, { headers: { cookie: other } })).status).toBe(404);
    await reply({ text: 'kijk', key: 'key-of-reply', files: [file?.id] });
    const client = createDeskClient(server.url);
    client.cookie = other;
    const { conversation } = (await client.get(`/conversation/${id}`)).body ?? {};
    const url = (conversation?.messages ?? []).flatMap(({ files = [] }) => files)[0]?.url;
    expect((await fetch(`${server.url}${url}`, { headers: { cookie: other } })).status).toBe(200);
  });

  it('keeps the addresses of its files in the answer to whatever is done with the conversation', async () => {
    const { file } = await choose(PNG, 'a.png');
    await reply({ text: 'kijk', key: 'key-of-reply', files: [file?.id] });
    const client = createDeskClient(server.url);
    client.cookie = cookie;
    const { labels } = (await client.post('/labels', { name: 'Foto' })).body as unknown as {
      labels: { id: string }[];
    };
    const acts: [string, object][] = [
      ['note', { text: 'Kijk eens', key: 'key-of-note' }],
      ['label', { labelId: labels[0]?.id, isOn: true }],
      ['snooze', { until: { kind: 'hour' } }],
      ['wake', {}],
      ['close', {}],
    ];
    for (const [act, body] of acts) {
      const { conversation } = (await client.post(`/conversation/${id}/${act}`, body)).body ?? {};
      const urls = (conversation?.messages ?? []).flatMap(({ files = [] }) => files.map(({ url }) => url));
      expect([act, urls]).toEqual([act, [expect.stringMatching(/^\/desk\/api\/file\//)]]);
    }
  });

  it('takes no file of another kind, of a colleague, or that is too large', async () => {
    expect(await choose(Buffer.from('<script>'), 'a.png')).toMatchObject({
      status: 415,
      code: 'FileRefused',
    });
    expect(await choose(Buffer.alloc(6 * 1_048_576), 'a.png')).toMatchObject({ status: 413 });
    const other = await signIn('noor');
    expect(await choose(PNG, 'a.png', 'image/png', other)).toMatchObject({ code: 'DeskConversationTaken' });
  });

  it('is refused before anything is kept where the channel takes no files', async () => {
    await server.stop();
    await serve(new RecordingTransport());
    expect(await choose(PNG, 'a.png')).toMatchObject({ status: 409, code: 'DeskFilesNotTaken' });
  });
});
