import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent, FileDownload } from '../../../../bot/contracts/channels.js';
import { createFileFetching } from '../../../../channels/server/files/file-fetching.js';
import { createLog } from '../../../../index/platform/log.js';
import { openTestFiles, type TestFiles } from '../../../support/test-files.js';

const OF = { channelId: 'facebook', conversationId: '7001-1044' };
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PICTURE = 'https://scontent.xx.fbcdn.net/v/kast.png?oh=secret';
const CONNECTOR = 'https://smba.trafficmanager.net/emea/';

describe('files that a channel keeps for a short time', () => {
  let test: TestFiles;
  let told: ChannelEvent[];
  let asked: { readonly url: string; readonly token: string | null }[];
  let logLines: string[];
  beforeEach(async () => {
    test = await openTestFiles();
    [told, asked, logLines] = [[], [], []];
  });
  afterEach(() => test.remove());

  /** Fetches one file from servers that answer by address. */
  async function bring(
    answers: Readonly<Record<string, () => Response | Promise<Response>>>,
    download: Partial<FileDownload> = {},
  ): Promise<void> {
    const fetching = createFileFetching({
      files: test.files,
      bot: { takeEvent: async (event) => void told.push(event) },
      log: createLog('debug', (line) => logLines.push(line)),
      token: async () => 'connector-token',
      fetch: async (address, init) => {
        const url = String(address);
        asked.push({ url, token: new Headers(init?.headers).get('authorization') });
        const answer = answers[url];
        if (!answer) throw new Error('a server was asked that the test does not know');
        return answer();
      },
    });
    const downloads = [{ place: 0, url: PICTURE, name: 'kast.png', from: ['fbcdn.net'], ...download }];
    fetching.begin({ of: OF, activityId: 'm_1', downloads, serviceUrl: CONNECTOR });
    await fetching.idle();
  }

  const png = () => new Response(PNG, { headers: { 'content-type': 'image/png' } });
  const nothingIsLeft = () => {
    expect(told).toEqual([]);
    expect(readdirSync(test.directory)).toEqual([]);
  };

  it('are kept with their conversation, and the bot is told', async () => {
    await bring({ [PICTURE]: png });
    expect(told).toMatchObject([
      { kind: 'file-kept', of: OF, activityId: 'm_1', place: 0, file: { contentType: 'image/png' } },
    ]);
    const [kept = ''] = readdirSync(test.directory);
    expect(readFileSync(`${test.directory}/${kept}`)).toEqual(PNG);
  });

  it.each([
    ['another domain', 'https://fbcdn.net.evil.example/a.png'],
    ['a domain that only ends alike', 'https://notfbcdn.net/a.png'],
    ['no https', 'http://scontent.xx.fbcdn.net/a.png'],
    ['another port', 'https://scontent.xx.fbcdn.net:8443/a.png'],
    ['a name before the host', 'https://fbcdn.net@10.0.0.1/a.png'],
    ['this machine', 'https://127.0.0.1/a.png'],
    ['no address', 'file:///etc/passwd'],
  ])('are not asked of %s', async (_, url) => {
    await bring({ [url]: png }, { url });
    expect(asked).toEqual([]);
    nothingIsLeft();
  });

  it('are not followed to a server that may not be asked', async () => {
    const away = () => new Response(null, { status: 302, headers: { location: 'https://10.0.0.1/x' } });
    await bring({ [PICTURE]: away, 'https://10.0.0.1/x': png });
    expect(asked).toHaveLength(1);
    nothingIsLeft();
  });

  it('come with the token from the server of the message alone', async () => {
    const url = `${CONNECTOR}v3/attachments/0-1/views/original`;
    await bring({ [url]: png }, { url, from: 'connector' });
    expect(asked).toEqual([{ url, token: 'Bearer connector-token' }]);
    expect(told).toHaveLength(1);
    for (const other of ['https://evil.example/v3/attachments/1/views/original', `${CONNECTOR}v3/other`]) {
      await bring({ [other]: png }, { url: other, from: 'connector' });
    }
    expect(asked).toHaveLength(1);
  });

  it('show the token to nobody to whom that server leads on', async () => {
    const url = `${CONNECTOR}v3/attachments/0-1/views/original`;
    const next = `${CONNECTOR}v3/attachments/0-2/views/original`;
    const on = () => new Response(null, { status: 302, headers: { location: next } });
    await bring({ [url]: on, [next]: png }, { url, from: 'connector' });
    expect(asked.map(({ token }) => token)).toEqual(['Bearer connector-token', null]);
  });

  it.each([
    ['says to be too large', () => new Response(PNG, { headers: { 'content-length': '99999999' } })],
    ['is too large', () => new Response(Buffer.alloc(6 * 1_024 * 1_024))],
    [
      'is a page in place of a picture',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['is not what it says', () => new Response('MZ', { headers: { 'content-type': 'image/png' } })],
    ['is gone', () => new Response('', { status: 404 })],
  ])('leave nothing behind where one %s', async (_, answer) => {
    await bring({ [PICTURE]: answer });
    nothingIsLeft();
    expect(logLines.join()).not.toContain('secret');
  });

  it('are asked for once more where the server fails, and no oftener', async () => {
    const answers = [new Response('', { status: 503 }), png()];
    await bring({ [PICTURE]: () => answers.shift() ?? png() });
    expect(told).toHaveLength(1);
    await bring({ [PICTURE]: () => new Response('', { status: 503 }) });
    expect(asked).toHaveLength(4);
  });
});
