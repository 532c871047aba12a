import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import { startWebchatServer, type WebchatServer } from '../../../../support/webchat-server.js';
import { activitiesOf, type Visitor, visit } from '../../../../support/webchat-visitor.js';

const headersOf = (response: Response) => {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
};
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);

describe('uploads', () => {
  let server: WebchatServer;
  let visitor: Visitor;
  beforeEach(async () => {
    server = await startWebchatServer();
    visitor = await visit(server);
  });
  afterEach(() => server.stop());

  const stored = () => readdirSync(server.filesDirectory);
  async function upload(body: FormData | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    const response = await fetch(
      `${server.directLine}/conversations/${visitor.conversationId}/upload?userId=dl_other`,
      { method: 'POST', body, headers: { authorization: `Bearer ${visitor.token}`, ...headers } },
    );
    const answer = (await response.json()) as { id?: string; error?: { code: string } };
    return { status: response.status, id: answer.id, code: answer.error?.code };
  }
  function form(
    files: readonly [content: string | Uint8Array<ArrayBuffer>, type: string, name: string][],
    activity?: string,
  ) {
    const data = new FormData();
    if (activity !== undefined) {
      data.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
    }
    for (const [content, type, name] of files) data.append('file', new Blob([content], { type }), name);
    return data;
  }

  test('of several files with words are one message', async () => {
    const activity = JSON.stringify({
      type: 'message',
      text: 'see',
      channelData: { clientActivityID: 'u1' },
    });
    const { status, id } = await upload(
      form(
        [
          [png, 'image/png', 'één foto.png'],
          ['%PDF-1.7 bill', 'application/pdf', 'bill.pdf'],
        ],
        activity,
      ),
    );
    expect(status).toBe(200);
    expect(server.received.at(-1)).toMatchObject({
      id,
      text: 'see',
      channelData: { clientActivityID: 'u1' },
      from: { id: visitor.userId },
      attachments: [
        { contentType: 'image/png', name: 'één foto.png', fileId: expect.any(String) },
        { contentType: 'application/pdf', name: 'bill.pdf', fileId: expect.any(String) },
      ],
    });
    expect(stored()).toHaveLength(2);
  });

  test('of a file without words, as a form or bare, are an empty message', async () => {
    expect((await upload(form([[png, 'image/png', 'a.png']]))).status).toBe(200);
    const disposition = 'name="file"; filename="b.png"';
    const bare = await upload(png, { 'content-type': 'image/png', 'content-disposition': disposition });
    expect(bare.status).toBe(200);
    const names = server.received.slice(-2).map(({ type, attachments }) => [type, attachments?.[0]?.name]);
    expect(names).toEqual([
      ['message', 'a.png'],
      ['message', 'b.png'],
    ]);
  });

  test.each<[string, () => FormData, number, string]>([
    [
      'several activities',
      () => {
        const data = form([[png, 'image/png', 'a.png']], '{"type":"message"}');
        const another = new Blob(['{}'], { type: 'application/vnd.microsoft.activity' });
        for (const name of ['activity', 'file', 'x']) data.append(name, another);
        return data;
      },
      400,
      'BadArgument',
    ],
    [
      'several activities and nothing else',
      () => {
        const data = form([], '{"type":"message"}');
        data.append('activity', new Blob(['{}'], { type: 'application/vnd.microsoft.activity' }));
        return data;
      },
      400,
      'BadArgument',
    ],
    ['words alone', () => form([], '{"type":"message","text":"hi"}'), 400, 'BadArgument'],
    ['an activity that is no JSON', () => form([[png, 'image/png', 'a.png']], '{'), 400, 'BadArgument'],
    [
      'an activity of another kind',
      () => form([[png, 'image/png', 'a.png']], '{"type":"trace"}'),
      400,
      'BadArgument',
    ],
  ])('of %s are refused', async (_name, body, status, code) => {
    const before = server.received.length;
    expect(await upload(body())).toMatchObject({ status, code });
    expect(server.received).toHaveLength(before);
    // Nothing is left behind, neither under a name nor on its way to one.
    expect(stored()).toEqual([]);
  });

  test.each<[string, () => FormData, string]>([
    ['a page', () => form([['<script>', 'text/html', 'a.html']]), 'FileRefused'],
    ['a program that says it is a picture', () => form([['MZ\0', 'image/png', 'a.png']]), 'FileRefused'],
    [
      'a good and a bad file',
      () =>
        form([
          [png, 'image/png', 'a.png'],
          ['MZ\0', 'image/png', 'b.png'],
        ]),
      'FileRefused',
    ],
    [
      'a file above 5 MB',
      () => form([[Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 'image/png', 'a.png']]),
      'BodyTooLarge',
    ],
    [
      'more than five files',
      () => form(Array.from({ length: 7 }, (_, index) => [png, 'image/png', `${index}.png`])),
      'BodyTooLarge',
    ],
    [
      'six files',
      () => form(Array.from({ length: 6 }, (_, index) => [png, 'image/png', `${index}.png`])),
      'BodyTooLarge',
    ],
    [
      'six files with words',
      () =>
        form(
          Array.from({ length: 6 }, (_, index) => [png, 'image/png', `${index}.png`]),
          '{"type":"message"}',
        ),
      'BodyTooLarge',
    ],
    [
      'an activity that is too large',
      () =>
        form([[png, 'image/png', 'a.png']], JSON.stringify({ type: 'message', value: 'x'.repeat(9_000) })),
      'ActivityTooLarge',
    ],
  ])('of %s are shown without their content, and the bot says why', async (_name, body, code) => {
    const before = server.received.length;
    const answer = await upload(body());
    expect(answer).toMatchObject({ status: 200 });
    const { activities } = await activitiesOf(visitor);
    const [echo, why] = activities.slice(-2);
    expect(echo).toMatchObject({
      type: 'message',
      from: { id: visitor.userId },
      channelData: { refusal: { code } },
    });
    expect(echo).not.toHaveProperty('attachments');
    expect(why).toMatchObject({ from: { id: 'bot' }, inputHint: 'acceptingInput' });
    expect(why?.text).toMatch(/^(?:I cannot|This is too large|Your message is too large)/);
    expect(server.received).toHaveLength(before);
    // What was being received is taken away behind the answer.
    await expect.poll(stored).toEqual([]);
  });

  test('that are refused leave the words that came with them to the bot', async () => {
    const activity = {
      type: 'message',
      text: 'zie de bijlage',
      locale: 'nl-NL',
      channelData: { clientActivityID: 'c1' },
    };
    const answer = await upload(form([['PK', 'application/zip', 'a.zip']], JSON.stringify(activity)));
    expect(answer.status).toBe(200);
    expect(server.received.at(-1)).toMatchObject({
      text: 'zie de bijlage',
      channelData: { clientActivityID: 'c1' },
    });
    const { activities } = await activitiesOf(visitor);
    expect(activities.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Dit soort bestand/));
  });

  test('with five files and an activity are taken', async () => {
    const five = Array.from({ length: 5 }, (_, index) => [png, 'image/png', `${index}.png`] as const);
    expect(
      (
        await upload(
          form(
            [...five].map(([...file]) => file),
            '{"type":"message"}',
          ),
        )
      ).status,
    ).toBe(200);
    expect(stored()).toHaveLength(5);
  });

  test('of bare bytes above 5 MB, packed or of nothing are refused', async () => {
    const type = { 'content-type': 'image/png' };
    const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    expect(await upload(large, type)).toMatchObject({ status: 200 });
    expect((await activitiesOf(visitor)).activities.at(-1)?.text).toMatch(/^This is too large/);
    expect(await upload(png, { ...type, 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    expect(await upload(Buffer.alloc(0), type)).toMatchObject({ status: 400, code: 'BadArgument' });
    expect(stored()).toEqual([]);
  });

  test('that break off leave nothing behind', async () => {
    const { host } = new URL(server.url);
    const head =
      `POST /v3/directline/conversations/${visitor.conversationId}/upload HTTP/1.1\r\nHost: ${host}\r\n` +
      `Authorization: Bearer ${visitor.token}\r\nContent-Length: 100000\r\n`;
    const part = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png';
    for (const start of [
      `Content-Type: image/png\r\n\r\n${png.toString('latin1')}`,
      `Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n${part}\r\n\r\nPNG`,
    ]) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.write(head + start);
      await expect.poll(() => stored()).toEqual([expect.stringMatching(/\.part$/)]);
      socket.destroy();
      await expect.poll(() => stored()).toEqual([]);
    }
    expect(server.logLines.filter((line) => line.includes('A request failed.'))).toEqual([]);
  });

  test('into a conversation that is full leave nothing behind', async () => {
    const pad = { type: 'message', id: 'pad', text: 'x'.repeat(5_000_000) };
    await server.store.append(visitor.conversationId, pad);
    const refused = await upload(form([[png, 'image/png', 'a.png']]));
    expect(refused).toMatchObject({ status: 409, code: 'WebchatConversationFull' });
    expect(stored()).toEqual([]);
  });

  describe('are bounded in bytes', () => {
    const fiveMegabytes = () => {
      const file = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024 - png.length)]);
      return upload(file, { 'content-type': 'image/png' });
    };
    async function serve(options: Parameters<typeof startWebchatServer>[0]) {
      await server.stop();
      server = await startWebchatServer(options);
      visitor = await visit(server);
    }

    test('of a conversation', async () => {
      await serve({ files: { conversationMb: 25 } });
      for (let count = 0; count < 5; count++) expect((await fiveMegabytes()).status).toBe(200);
      expect(await fiveMegabytes()).toMatchObject({ status: 413, code: 'UploadsUsedUp' });
      expect(stored()).toHaveLength(5);
      visitor = await visit(server);
      expect((await fiveMegabytes()).status).toBe(200);
    });

    test('of an address, for a day', async () => {
      await serve({ settings: { WEBCHAT_UPLOAD_ADDRESS_MB: 25 } });
      for (let count = 0; count < 5; count++) {
        visitor = await visit(server);
        expect((await fiveMegabytes()).status).toBe(200);
      }
      expect(await fiveMegabytes()).toMatchObject({ status: 413, code: 'UploadsUsedUp' });
      server.advance(24 * 60 * 60 * 1_000 + 1);
      visitor = await visit(server);
      expect((await fiveMegabytes()).status).toBe(200);
    });

    test('in all; what is refused counts for nothing', async () => {
      await serve({ files: { totalMb: 25 } });
      for (let count = 0; count < 10; count++) {
        await upload(Buffer.alloc(5 * 1024 * 1024), { 'content-type': 'image/png' });
        expect(stored()).toEqual([]);
      }
      for (let count = 0; count < 5; count++) expect((await fiveMegabytes()).status).toBe(200);
      expect(await fiveMegabytes()).toMatchObject({ status: 413, code: 'StorageShort' });
    });
  });

  test('of a form that is cut off are refused', async () => {
    const body = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n');
    const answer = await upload(body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(answer).toMatchObject({ status: 400, code: 'BadArgument' });
  });

  const sent = async () => {
    const { activities } = await activitiesOf(visitor);
    return (activities as readonly Activity[]).flatMap(({ attachments = [] }) => attachments);
  };

  test('keep a name of other letters in the header that names them, and nothing of a header in the name', async () => {
    await upload(form([['hello', 'text/plain', '漢字 nota; x=y.txt']]));
    const [text] = await sent();
    const response = await fetch(text?.contentUrl ?? '');
    // RFC 6266 with RFC 8187: letters of other alphabets by their bytes, and a plain name beside it for old clients.
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="?? nota; x=y.txt"; filename*=UTF-8''%E6%BC%A2%E5%AD%97%20nota%3B%20x%3Dy.txt`,
    );
    expect(await response.text()).toBe('hello');
  });

  test('are given out to be saved or seen, never to be run', async () => {
    await upload(form([['hello', 'text/plain', 'a.txt']]));
    await upload(form([[png, 'image/png', 'a.png']]));
    const [text, picture] = await sent();
    const response = await fetch(text?.contentUrl ?? '');
    expect(await response.text()).toBe('hello');
    expect(headersOf(response)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="?a\.txt"?$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=300',
    });
    const renamed = await fetch((text?.contentUrl ?? '').replace(/a\.txt$/, 'evil.html'));
    expect(renamed.headers.get('content-disposition')).toMatch(/^attachment; filename="?a\.txt"?$/);
    expect(picture).toMatchObject({ contentType: 'image/png', thumbnailUrl: picture?.contentUrl });
    const seen = await fetch(picture?.contentUrl ?? '');
    expect(seen.headers.get('content-disposition')).toBe('inline; filename=a.png');
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(png);
  });

  test('have an address for an hour, made anew whenever the conversation is read', async () => {
    await upload(form([[png, 'image/png', 'a.png']]));
    const [before] = await sent();
    server.advance(54 * 60_000);
    expect((await fetch(before?.contentUrl ?? '')).status).toBe(200);
    server.advance(6 * 60_000 + 1);
    expect((await fetch(before?.contentUrl ?? '')).status).toBe(404);
    // The conversation is read again, with the token's next one.
    const [after] = (await server.store.after(visitor.conversationId, 0, 10)).flatMap(
      ({ activity }) => activity.attachments ?? [],
    );
    expect(after).not.toHaveProperty('contentUrl');
  });

  test('are reached by no address of another conversation', async () => {
    await upload(form([[png, 'image/png', 'a.png']]));
    const id = server.received.at(-1)?.attachments?.[0]?.fileId ?? '';
    visitor = await visit(server);
    const attachments = [{ contentType: 'image/png', name: 'a.png', fileId: id }];
    await visitor.post({ type: 'message', text: 'mine', attachments });
    expect(server.received.at(-1)?.attachments?.[0]).not.toHaveProperty('fileId');
    const address = server.files.address(
      { id, name: 'a.png' },
      { channelId: 'directline', conversationId: visitor.conversationId },
      { kind: 'customer' },
    );
    const refused = await fetch(`${server.url}/api/files/${address}`);
    const unknown = await fetch(
      `${server.url}/api/files/${'x'.repeat(24)}/customer.1.${'y'.repeat(43)}/a.png`,
    );
    expect([refused.status, unknown.status]).toEqual([404, 404]);
    expect(await refused.json()).toEqual(await unknown.json());
    expect(refused.headers.has('content-disposition')).toBe(false);
  });

  test.each([
    '..%2F..%2Fwebchat.key/x/a.txt',
    'x.png/a/a.png',
    '%E0%A4%A/a/b',
    `${'a'.repeat(24)}/agent.zz/a.png`,
  ])('give nothing for the address %s', async (path) => {
    const response = await fetch(`${server.url}/api/files/${path}`);
    expect([400, 404]).toContain(response.status);
    expect(response.headers.has('content-disposition')).toBe(false);
  });
});
